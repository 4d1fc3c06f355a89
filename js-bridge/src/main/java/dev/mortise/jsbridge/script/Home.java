package dev.mortise.jsbridge.script;

/**
 * How functions of the script reach the entry so that the compiler of JavaScript takes it for a
 * constant. What functions find around them it reads from memory again after each call of Java's,
 * by way of several objects, each of which it checks; the prototype of the object that a method was
 * written in it knows, and what that has. (A class has the prototype that its users see: its
 * methods do without.)
 */
final class Home {
  /** The prototype of objects that methods are written in. */
  static final String DECLARATION = "const HOME = { __proto__: null, E };";

  /** What an object that methods are written in begins with. */
  static final String PROTOTYPE = "__proto__: HOME";

  /** The entry, in such a method. */
  static final String ENTRY = "super.E";

  /** What ends a {@link #function}. */
  static final String END = "} };";

  private Home() {}

  /** The beginning of a constant that is a function with one parameter. */
  static String function(String name, String param) {
    return "const { " + name + " } = { " + PROTOTYPE + ", " + name + "(" + param + ") {";
  }
}
