package dev.mortise.wasi.config;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Standard input, output and error. They are the caller's: no component closes them.
 *
 * @param terminals which of them are terminals
 */
public record Stdio(InputStream in, OutputStream out, OutputStream err, Terminals terminals) {
  /** Nothing to read, and nobody who reads. */
  public static final Stdio NONE =
      new Stdio(
          new ByteArrayInputStream(new byte[0]),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Terminals.NONE);

  /** Which of the three are terminals. */
  public record Terminals(boolean in, boolean out, boolean err) {
    /** None. */
    public static final Terminals NONE = new Terminals(false, false, false);
  }
}
