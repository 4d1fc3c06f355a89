package dev.mortise.testing.mock;

/** A component called a mock in a way that no stub allows. */
public final class UnexpectedCallError extends AssertionError {
  private static final long serialVersionUID = 1L;

  UnexpectedCallError(String message) {
    super(message);
  }
}
