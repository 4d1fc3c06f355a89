package dev.mortise.tck.run;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of our findings mean the cause that a script's text names. The one table of it is {@code
 * causes.txt}, which explains its own form. A text that no row knows has to stand in our message.
 */
public final class Causes {
  /** A row: texts, the codes that mean them, and what our message has to hold besides. */
  private record Row(Pattern text, Set<String> codes, @Nullable String word) {}

  private static final String MALFORMED = "malformed:";
  private static final String ACCEPTED = "accepted";
  private static final Pattern OFFSET = Pattern.compile("\\s*\\(at offset 0x[0-9a-f]+\\)\\s*$");
  private static final Causes STANDARD = parse(Resource.lines("causes.txt"));

  private final List<Row> rows;

  private Causes(List<Row> rows) {
    this.rows = rows;
  }

  /** The table of the conformance suites. */
  public static Causes standard() {
    return STANDARD;
  }

  /** A table from the lines of a file like {@code causes.txt}. */
  static Causes parse(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" => ", 3);
      if (parts.length < 2) {
        throw new IllegalArgumentException("expected TEXT => CODES [=> WORD]: " + line);
      }
      rows.add(
          new Row(
              Pattern.compile(parts[0].strip()),
              Set.of(parts[1].strip().split(" +")),
              parts.length == 3 ? parts[2].strip() : null));
    }
    return new Causes(List.copyOf(rows));
  }

  /** Whether any finding of a refusal is for the cause that a text names. */
  boolean agree(String text, MortiseException refusal) {
    return refusal.diagnostics().stream().anyMatch(finding -> agree(text, finding));
  }

  private boolean agree(String text, Diagnostic finding) {
    String cause = OFFSET.matcher(text).replaceFirst("");
    for (Row row : rows) {
      Matcher matcher = row.text().matcher(cause);
      if (matcher.find()) {
        return (row.codes().contains(finding.code())
                || row.codes().contains(MALFORMED + finding.code()))
            && (row.word() == null || holds(finding, row.word(), matcher));
      }
    }
    return finding.message().contains(cause);
  }

  /** Whether a text names no rule, so that what it is about has to be accepted. */
  boolean namesNoRule(String text) {
    return holds(text, ACCEPTED);
  }

  /** Whether the row that decides about a text has a code. */
  private boolean holds(String text, String code) {
    return rows.stream()
        .filter(row -> row.text().matcher(text).find())
        .findFirst()
        .filter(row -> row.codes().contains(code))
        .isPresent();
  }

  /** Whether our message matches a word, in which {@code $1} is what the text's group held. */
  private static boolean holds(Diagnostic finding, String word, Matcher text) {
    String pattern = word;
    for (int group = text.groupCount(); group > 0; group--) {
      String held = text.group(group);
      pattern = pattern.replace("$" + group, Pattern.quote(held == null ? "" : held));
    }
    return Pattern.compile(pattern).matcher(finding.message()).find();
  }

  /**
   * Whether a text under {@code assert_invalid} names what makes a file malformed, so that either
   * kind of refusal is right.
   */
  boolean allowsMalformed(String text, MalformedComponentException refusal) {
    return holds(text, MALFORMED + refusal.code());
  }
}
