package dev.mortise.tck.run;

/** What is said of a command. */
public sealed interface Verdict {
  /** It does what the script says. */
  record Passed() implements Verdict {}

  /**
   * It does not, and nobody has said that it may.
   *
   * @param why what was expected and what happened
   */
  record Failed(String why) implements Verdict {}

  /**
   * It does not, as the list of known failures says.
   *
   * @param reason the list's reason
   * @param why what was expected and what happened
   */
  record Known(String reason, String why) implements Verdict {}

  /**
   * It was not run.
   *
   * @param reason one of few, so that they can be counted
   */
  record Skipped(String reason) implements Verdict {}
}
