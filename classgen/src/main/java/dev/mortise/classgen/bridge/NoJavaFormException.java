package dev.mortise.classgen.bridge;

/** A value that its Java type cannot hold, such as a map one of whose keys repeats. */
public final class NoJavaFormException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoJavaFormException(String message) {
    super(message, null, false, false);
  }
}
