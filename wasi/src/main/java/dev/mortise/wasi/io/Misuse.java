package dev.mortise.wasi.io;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;

/** What the texts of WASI call a trap: the component broke a precondition of a function. */
public final class Misuse {
  private Misuse() {}

  /**
   * The trap to throw.
   *
   * @param function such as {@code wasi:io/poll#poll}
   */
  public static TrapException trap(String function, String why) {
    return new TrapException(Diagnostic.of("wasi-misuse", function).because(why));
  }
}
