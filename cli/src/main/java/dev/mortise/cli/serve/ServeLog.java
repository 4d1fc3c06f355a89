package dev.mortise.cli.serve;

import dev.mortise.wasi.HttpOutcome;

/** What a server tells those who run it. For use by any thread. */
public interface ServeLog {
  /** A request was answered. */
  void access(String line);

  /**
   * A request went wrong.
   *
   * @param request such as {@code GET /path}
   */
  void problem(String request, HttpOutcome outcome);
}
