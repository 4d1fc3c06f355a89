package dev.mortise.loader.value;

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

  /** {@code fieldName} and {@code FieldName} become {@code field-name}; a trailing _ goes. */
  static String kebab(String camelCase) {
    String name =
        camelCase.endsWith("_") ? camelCase.substring(0, camelCase.length() - 1) : camelCase;
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean startsWord =
          Character.isUpperCase(c)
              && i > 0
              && (!Character.isUpperCase(name.charAt(i - 1))
                  || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
      if (startsWord && kebab.charAt(kebab.length() - 1) != '-') {
        kebab.append('-');
      }
      kebab.append(c == '_' ? '-' : c);
    }
    return kebab.toString().toLowerCase(Locale.ROOT);
  }

  /** {@code CONSTANT_NAME} becomes {@code constant-name}. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
