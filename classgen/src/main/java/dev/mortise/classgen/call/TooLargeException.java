package dev.mortise.classgen.call;

/** The code of a function would be larger than a method may be. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLargeException() {
    super("the code of a function is too large", null, false, false);
  }
}
