package dev.mortise.examples.typed;

/** What the component exports, as this program wants to call it. */
public interface Greeter {
  /** Greets somebody. */
  String greet(String who);
}
