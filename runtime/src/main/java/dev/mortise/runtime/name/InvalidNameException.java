package dev.mortise.runtime.name;

/** A text is not an extern name; the message says why. */
public final class InvalidNameException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An exception with a cause in words. */
  public InvalidNameException(String message) {
    super(message, null, false, false);
  }
}
