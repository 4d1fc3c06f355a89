package dev.mortise.cli.form;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.WitTypes;
import dev.mortise.runtime.value.ComponentValue;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that the words of a command line stand for. */
public final class FormValues {
  private final Map<String, List<String>> given;
  private final Words words;

  /**
   * Values of what is given.
   *
   * @param given the words by option; a switch is {@code true} or {@code false}
   * @param in standard input, for a word that asks for it
   */
  public FormValues(Map<String, List<String>> given, InputStream in) {
    this.given = given;
    this.words = new Words(new ByteWords(in));
  }

  /** Adds what is not given, and cannot be left out. */
  public void addMissing(Form form, List<Form> missing) {
    switch (form) {
      case Form.Word word -> {
        if (!isGiven(word)) {
          missing.add(word);
        }
      }
      case Form.Parts parts -> {
        if (!given.containsKey(parts.option())) {
          parts.parts().forEach(part -> addMissing(part, missing));
        }
      }
      case Form.Optional optional -> {
        if (isGiven(optional)) {
          addMissing(optional.some(), missing);
        }
      }
      case Form.Switch s -> {}
      case Form.Repeated repeated -> {}
      case Form.Labels labels -> {}
    }
  }

  private boolean isGiven(Form form) {
    return switch (form) {
      case Form.Parts parts ->
          given.containsKey(parts.option()) || parts.parts().stream().anyMatch(this::isGiven);
      case Form.Optional optional -> isGiven(optional.some());
      case Form.Switch s -> given.containsKey(s.option());
      case Form.Word word -> given.containsKey(word.option());
      case Form.Repeated repeated -> given.containsKey(repeated.option());
      case Form.Labels labels -> given.containsKey(labels.option());
    };
  }

  /**
   * The value of a form of which nothing is missing.
   *
   * @throws ValueException when a word does not fit its type
   */
  public ComponentValue value(Form form) {
    List<String> own = given.getOrDefault(form.option(), List.of());
    return switch (form) {
      case Form.Switch s -> new ComponentValue.BoolValue(own.contains("true"));
      case Form.Word word -> words.value(word.option(), only(form, own), word.type());
      case Form.Repeated repeated -> repeated(repeated, own);
      case Form.Labels labels -> labels(labels, own);
      case Form.Parts parts -> parts(parts, own);
      case Form.Optional optional ->
          isGiven(optional)
              ? new ComponentValue.OptionValue(value(optional.some()))
              : ComponentValue.OptionValue.NONE;
    };
  }

  private static String only(Form form, List<String> own) {
    if (own.size() > 1) {
      throw new ValueException(
          Diagnostic.of("argument-twice", form.option())
              .expecting("one " + TypeWords.name(form.type()), own.size() + " words"));
    }
    return own.getFirst();
  }

  private ComponentValue labels(Form.Labels form, List<String> own) {
    Set<String> labels = new LinkedHashSet<>();
    for (String word : own) {
      if (words.value(form.option(), word, form.type())
          instanceof ComponentValue.FlagsValue(Set<String> some)) {
        labels.addAll(some);
      }
    }
    return new ComponentValue.FlagsValue(labels);
  }

  private ComponentValue repeated(Form.Repeated form, List<String> own) {
    ValType type = form.type();
    if (own.size() == 1 && Words.isWholeList(own.getFirst(), type)) {
      return words.wave(form.option(), own.getFirst(), type);
    }
    if (!(type.structure() instanceof ListType list)) {
      return new ComponentValue.MapValue(
          own.stream().map(word -> words.entry(form.option(), word, type)).toList());
    }
    if (list.length() != null && list.length() != own.size()) {
      throw new ValueException(
          Diagnostic.of("argument-value", form.option())
              .expecting(
                  WitTypes.describe(type) + ": the option " + list.length() + " times",
                  own.isEmpty() ? "none" : String.valueOf(own.size())));
    }
    return new ComponentValue.ListValue(
        own.stream().map(word -> words.value(form.option(), word, list.element())).toList());
  }

  private ComponentValue parts(Form.Parts form, List<String> own) {
    if (!own.isEmpty()) {
      form.parts().stream()
          .filter(this::isGiven)
          .findFirst()
          .ifPresent(
              part -> {
                throw new ValueException(
                    Diagnostic.of("argument-twice", form.option())
                        .expecting("all of it as one word, or its parts", "both")
                        .because(part.option() + " is part of " + form.option()));
              });
      return words.wave(form.option(), only(form, own), form.type());
    }
    List<ComponentValue> values = form.parts().stream().map(this::value).toList();
    if (!(form.type().structure() instanceof RecordType record)) {
      return new ComponentValue.TupleValue(values);
    }
    Map<String, ComponentValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      fields.put(record.fields().get(i).label(), values.get(i));
    }
    return new ComponentValue.RecordValue(fields);
  }
}
