package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitInterface;
import java.util.Set;

/** Names in TypeScript. */
final class TsNames {
  /** What cannot name a function, a parameter or a constant. */
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
          "var",
          "void",
          "while",
          "with",
          "yield");

  private TsNames() {}

  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** A parameter. */
  static String parameter(String label) {
    String name = JsNames.member(label);
    return isReserved(name) ? name + "_" : name;
  }

  /** A property or method, in quotes where it must be. */
  static String property(String name) {
    return isReserved(name) ? "'" + name + "'" : name;
  }

  /** The name of an interface's file, without an extension: {@code docs-text-ops}. */
  static String file(WitInterface.Name name) {
    return (name.inPackage().name() + "-" + name.name()).replace(':', '-').replace('/', '-');
  }

  /** The name by which a world's file calls an imported interface: {@code DocsTextLog021}. */
  static String namespace(WitInterface.Name name) {
    String version = name.inPackage().version();
    String digits = version == null ? "" : version.replaceAll("[^0-9A-Za-z]", "");
    return JsNames.type(file(name)) + digits;
  }
}
