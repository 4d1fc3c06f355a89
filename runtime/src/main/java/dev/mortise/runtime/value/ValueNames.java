package dev.mortise.runtime.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of both worlds are called in messages, and how Java's names become labels. */
final class ValueNames {
  private static final int LONGEST = 40;

  private ValueNames() {}

  /** A plain Java object: its class and, when it is short, its value. */
  static String describe(@Nullable Object object) {
    return switch (object) {
      case null -> "null";
      case ComponentValue value -> value.describe();
      case String text -> "String \"" + shorten(text) + "\"";
      case Character c -> "Character '" + c + "'";
      case Number number -> number.getClass().getSimpleName() + " " + shorten(number.toString());
      case Boolean bool -> "Boolean " + bool;
      case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
      default -> object.getClass().getTypeName();
    };
  }

  static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /**
   * The label in camel case, as a record component is called: {@code two-words} is {@code
   * twoWords}.
   */
  static String camel(String label) {
    int hyphen = label.indexOf('-');
    return hyphen < 0
        ? label.toLowerCase(Locale.ROOT)
        : label.substring(0, hyphen).toLowerCase(Locale.ROOT) + pascal(label.substring(hyphen + 1));
  }

  /**
   * The label in Pascal case, as a record for a case is called: {@code bad-char} is {@code
   * BadChar}.
   */
  static String pascal(String label) {
    StringBuilder name = new StringBuilder();
    for (String word : label.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** The label as an enum constant is called: {@code bad-char} is {@code BAD_CHAR}. */
  static String constant(String label) {
    return label.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A Java name without the underscore that keeps it apart from a keyword. */
  static String withoutUnderscore(String javaName) {
    return javaName.endsWith("_") ? javaName.substring(0, javaName.length() - 1) : javaName;
  }
}
