package dev.mortise.classgen.mapping;

/** A type that has no Java form; the message says why. */
public final class UnmappableTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a cause in words. */
  public UnmappableTypeException(String message) {
    super(message);
  }
}
