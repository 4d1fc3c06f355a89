package dev.mortise.loader.validate.rule;

/**
 * Thrown when a definition refers to one that is invalid: nothing can be said about it, and the
 * finding that counts is there already.
 */
public final class Unknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unknown() {
    super(null, null, false, false);
  }
}
