package dev.mortise.testing.mock;

/** A test speaks to mocks in a way that means nothing. */
public final class MockUseError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /** An error that says what to write instead. */
  public MockUseError(String message) {
    super(message);
  }
}
