package dev.mortise.cli.form;

import dev.mortise.runtime.type.ValType;
import java.util.List;

/**
 * How a parameter, or a part of one, is written on a command line.
 *
 * <p>Its option is {@code --} and the parameter's label. A part's is that of what it is part of, a
 * dot and the part's label: labels of WIT have no dot, so no two options are one.
 */
public sealed interface Form {

  /** The option, such as {@code --who} or {@code --person.age}. */
  String option();

  /** The type of the value. */
  ValType type();

  /** {@code bool}: {@code --shout} or {@code --no-shout}; false when neither is given. */
  record Switch(String option, ValType type) implements Form {}

  /** One word, which is needed: {@code --who World}. */
  record Word(String option, ValType type) implements Form {}

  /** A list or map: one word for each element, or none at all. */
  record Repeated(String option, ValType type) implements Form {}

  /** {@code flags}: labels with commas between; none of them when not given. */
  record Labels(String option, ValType type) implements Form {}

  /** A record or tuple: an option for each part, or one word of WAVE for all of it. */
  record Parts(String option, ValType type, List<Form> parts) implements Form {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** {@code option}: none when nothing is given, else some of what is. */
  record Optional(ValType type, Form some) implements Form {
    @Override
    public String option() {
      return some.option();
    }
  }
}
