package dev.mortise.mavenplugin.command;

/** The command ended with another exit code than 0; the message is what it said. */
public final class CommandFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What a failure of Mortise or of Java ends with; the rest is about the input. */
  private static final int BUG = 1;

  /** What processes that a signal has ended begin with. */
  private static final int SIGNAL = 128;

  private final int exitCode;

  CommandFailedException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Whether the input is at fault, which is the user's to change. */
  public boolean isAboutInput() {
    return exitCode > BUG && exitCode < SIGNAL;
  }
}
