package dev.mortise.cli.run;

import dev.mortise.cli.form.Form;
import dev.mortise.cli.form.TypeWords;
import dev.mortise.runtime.error.Printable;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.type.WitTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the help text of a function says, in paragraphs. What comes from a component is made such
 * that picocli prints it as it is.
 */
final class FunctionHelp {
  private static final int LINE = 90;
  private static final Pattern OWN_LINE = Pattern.compile("\\s{2}|[-*#|>`]|[0-9]+[.)]");

  private final FunctionDocs docs;

  FunctionHelp(FunctionDocs docs) {
    this.docs = docs;
  }

  /** Text as picocli's formatted texts have it, such as a description of a command. */
  static String formatted(String text) {
    return literal(text).replace("%", "%%");
  }

  /** Text that means nothing to picocli, but for its characters. */
  private static String literal(String text) {
    return Printable.line(text).replace("@|", "@ |").replace("|@", "| @");
  }

  /** The documentation of the function, and its type where that is a line. */
  List<String> description(ExportedFunction function) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs(docs.ofFunction())) {
      lines.add(paragraph.replace("%", "%%"));
    }
    String wit = function.name() + ": " + WitTypes.describe(function.type());
    if (wit.length() <= LINE) {
      lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
      lines.add(formatted(wit));
    }
    return lines;
  }

  /**
   * What an option is for, and what may stand there.
   *
   * @param said what is said of it where it is declared, or null: then it is what its type is for
   */
  List<String> option(Form form, @Nullable String said) {
    ValType type = inner(form).type();
    List<String> lines = new ArrayList<>(paragraphs(said == null ? docs.ofType(type) : said));
    lines.removeIf(String::isEmpty);
    for (String label : labels(type)) {
      String meaning = String.join(" ", paragraphs(docs.ofMember(type, label)));
      if (!meaning.isEmpty()) {
        lines.add(literal(label) + ": " + meaning);
      }
    }
    lines.add(literal(words(form)));
    return lines;
  }

  private static String words(Form form) {
    return switch (form) {
      case Form.Optional optional -> optional(optional.some()) + "; optional";
      case Form.Repeated repeated -> TypeWords.describe(repeated.type()) + "; may be repeated";
      case Form.Parts parts -> TypeWords.describe(parts.type()) + "; or by its parts";
      case Form.Labels labels -> TypeWords.describe(labels.type()) + "; none without it";
      case Form.Switch s -> TypeWords.describe(s.type()) + "; false without it";
      case Form.Word word -> TypeWords.describe(word.type());
    };
  }

  private static String optional(Form form) {
    return form instanceof Form.Switch || form instanceof Form.Labels
        ? TypeWords.describe(form.type())
        : words(form);
  }

  private static Form inner(Form form) {
    return form instanceof Form.Optional optional ? optional.some() : form;
  }

  /** The labels of which each may have documentation. */
  private static List<String> labels(ValType type) {
    if (type.structure() instanceof EnumType labels) {
      return labels.labels();
    }
    if (type.structure() instanceof FlagsType labels) {
      return labels.labels();
    }
    return type.structure() instanceof VariantType variant
        ? variant.cases().stream().map(VariantType.Case::label).toList()
        : List.of();
  }

  /** What is said of a part of a record; null when nothing is. */
  @Nullable String ofPart(ValType type, int index) {
    return type.structure() instanceof RecordType record
        ? docs.ofMember(type, record.fields().get(index).label())
        : null;
  }

  /** What becomes of the result. */
  static String result(FuncType type) {
    if (type.result() == null) {
      return "It has no result.";
    }
    if (type.result().structure() instanceof ResultType result) {
      String ok = result.ok() == null ? "" : "Result: " + TypeWords.name(result.ok()) + ". ";
      String err = result.err() == null ? "" : " (" + TypeWords.name(result.err()) + ")";
      return ok + "An err" + err + " goes to standard error, and the exit code is 1.";
    }
    return "Result: " + TypeWords.name(type.result()) + ".";
  }

  /**
   * Documentation in paragraphs, with an empty line between: lines are joined, but for those that
   * are indented or begin as an item of a list does.
   */
  private static List<String> paragraphs(@Nullable String text) {
    List<String> paragraphs = new ArrayList<>();
    boolean join = false;
    for (String line : text == null ? List.<String>of() : text.strip().lines().toList()) {
      boolean blank = line.isBlank();
      if (join && !blank && !OWN_LINE.matcher(line).lookingAt()) {
        paragraphs.add(paragraphs.removeLast() + " " + literal(line.strip()));
      } else {
        paragraphs.add(literal(line.stripTrailing()));
      }
      join = !blank;
    }
    return paragraphs;
  }
}
