package dev.mortise.loader.compile.body;

/** The quick look ends: at something wrong, or something it does not know. */
final class Unsure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Without a trace, for nobody reads it. */
  Unsure() {
    super("something wrong or unknown", null, false, false);
  }

  static void unless(boolean condition) {
    if (!condition) {
      throw new Unsure();
    }
  }
}
