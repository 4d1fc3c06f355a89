package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.model.TypeExpr;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.name.Label;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of one type: each in kebab case, all strongly-unique. */
final class LabelRules {
  private final String what;
  private final String item;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * No labels yet.
   *
   * @param what what a label is here, such as {@code record field}
   * @param item the last word of it, such as {@code field}
   */
  LabelRules(String what, String item) {
    this.what = what;
    this.item = item;
  }

  /** Adds a label. */
  void add(String label, long offset) {
    if (label.isEmpty()) {
      throw Violation.because(Rule.EMPTY_LABEL, what, what + " name cannot be empty").at(offset);
    }
    if (!Label.isLabel(label)) {
      throw Violation.because(
              Rule.NOT_KEBAB_CASE,
              what + " \"" + label + "\"",
              what + " name `" + label + "` is not in kebab case")
          .at(offset);
    }
    String previous = seen.putIfAbsent(Label.canonical(label), label);
    if (previous != null) {
      throw Violation.because(
              Rule.NAME_CONFLICT,
              what + " \"" + label + "\"",
              what
                  + " name `"
                  + label
                  + "` conflicts with previous "
                  + item
                  + " name `"
                  + previous
                  + "`")
          .at(offset);
    }
  }

  static FlagsType flags(List<TypeExpr.Label> labels) {
    if (labels.isEmpty()) {
      throw Violation.because(Rule.EMPTY_TYPE, "flags", "flags must have at least one entry");
    }
    if (labels.size() > Limits.FLAGS) {
      throw Violation.expected(
              Rule.TOO_MANY_FLAGS,
              "flags",
              "at most " + Limits.FLAGS + " labels",
              String.valueOf(labels.size()))
          .why("cannot have more than 32 flags");
    }
    LabelRules rules = new LabelRules("flag", "flag");
    labels.forEach(label -> rules.add(label.label(), label.offset()));
    return new FlagsType(labels.stream().map(TypeExpr.Label::label).toList());
  }

  static EnumType enumeration(List<TypeExpr.Label> labels) {
    if (labels.isEmpty()) {
      throw Violation.because(Rule.EMPTY_TYPE, "enum", "enum type must have at least one variant");
    }
    LabelRules rules = new LabelRules("enum tag", "tag");
    labels.forEach(label -> rules.add(label.label(), label.offset()));
    return new EnumType(labels.stream().map(TypeExpr.Label::label).toList());
  }
}
