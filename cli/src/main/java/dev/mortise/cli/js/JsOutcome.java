package dev.mortise.cli.js;

import dev.mortise.runtime.error.MortiseException;

/** How a script went. */
public sealed interface JsOutcome {
  /** It ended. */
  enum Done implements JsOutcome {
    DONE
  }

  /**
   * Something of ours went wrong.
   *
   * @param text the same in words, with who imports where that was not known to us
   */
  record Failed(MortiseException why, String text) implements JsOutcome {}

  /** A component has called {@code wasi:cli/exit}. */
  record Exited(int status) implements JsOutcome {}

  /** The script threw an error, in words. */
  record Thrown(String text) implements JsOutcome {}
}
