package dev.mortise.jsbridge.shape;

import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import java.util.Locale;
import java.util.Set;

/** WIT labels as JavaScript writes names. */
public final class JsNames {
  /** The words that name no binding in strict code of modules. */
  private static final Set<String> RESERVED =
      Set.of(
          "arguments",
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "eval",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "interface",
          "let",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "undefined",
          "var",
          "void",
          "while",
          "with",
          "yield");

  private JsNames() {}

  /** Whether a name cannot be that of a function, a parameter or a constant in a module. */
  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** A function, field, parameter or flag: {@code greet-person} becomes {@code greetPerson}. */
  public static String member(String label) {
    String pascal = type(label);
    return pascal.isEmpty()
        ? pascal
        : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  /** A class: {@code output-stream} becomes {@code OutputStream}. */
  public static String type(String label) {
    StringBuilder name = new StringBuilder();
    for (String word : label.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0)))
            .append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.toString();
  }

  /**
   * An interface: {@code docs:text/word-ops@0.2.1} becomes {@code wordOps}, and so does the plain
   * name {@code word-ops}.
   */
  public static String namespace(String externName) {
    try {
      return ExternNameParser.parse(externName, true) instanceof ParsedName.Interface full
          ? member(full.interfaceName())
          : member(externName);
    } catch (InvalidNameException e) {
      return member(externName);
    }
  }
}
