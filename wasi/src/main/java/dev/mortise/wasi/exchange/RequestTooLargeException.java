package dev.mortise.wasi.exchange;

import java.io.IOException;

/** A body is longer than the server allows. */
public final class RequestTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long most;

  /** At most so many bytes are allowed. */
  public RequestTooLargeException(long most) {
    super("the body of the request is longer than " + most + " bytes, which is the limit");
    this.most = most;
  }

  /** The limit, in bytes. */
  public long most() {
    return most;
  }
}
