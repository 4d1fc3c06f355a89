package dev.mortise.runtime.instance.builtin;

/** An error context: a message for whoever looks for a fault. */
record ErrorContext(String debugMessage) implements TableElement {
  static final String KIND = "an error context";

  @Override
  public String describe() {
    return KIND;
  }
}
