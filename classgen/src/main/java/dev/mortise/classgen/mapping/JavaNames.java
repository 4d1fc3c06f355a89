package dev.mortise.classgen.mapping;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The Java names of one scope: WIT labels in Java's case, with a trailing underscore where a
 * keyword, an inherited member or a sibling has the name already. Not thread-safe.
 */
final class JavaNames {
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null",
          "_");

  /** What every class inherits, and what a record component may not be called. */
  static final Set<String> INHERITED =
      Set.of(
          "getClass",
          "hashCode",
          "equals",
          "clone",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "finalize");

  private final Set<String> taken = new HashSet<>();

  /** A scope in which some names are taken. */
  JavaNames(Set<String> taken) {
    taken.forEach(name -> this.taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** A method, field or parameter: {@code greet-person} becomes {@code greetPerson}. */
  String member(String label) {
    String pascal = pascal(label);
    return claim(Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1));
  }

  /** A class: {@code greet-person} becomes {@code GreetPerson}. */
  String type(String label) {
    return claim(pascal(label));
  }

  /** An enum constant: {@code greet-person} becomes {@code GREET_PERSON}. */
  String constant(String label) {
    return claim(label.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /** Takes a name, or one like it that is free. */
  String claim(String name) {
    String free = name;
    while (KEYWORDS.contains(free) || !taken.add(free.toLowerCase(Locale.ROOT))) {
      free += "_";
    }
    return free;
  }

  static String pascal(String label) {
    StringBuilder name = new StringBuilder();
    // A label has no other characters, but there are names of externs that have.
    for (String word : label.split("[^0-9A-Za-z]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0)))
            .append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.toString();
  }
}
