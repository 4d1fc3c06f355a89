package dev.mortise.wasi.io;

import wit.wasi.io.v0_2.Error;

/** {@code wasi:io/error}, which has no functions but those of errors. */
public final class ErrorHost implements Error {
  /** The interface. */
  public ErrorHost() {}
}
