package dev.mortise.wasi.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * What went wrong with a file, as WASI calls it. The message is for people and may name host paths.
 */
public final class FileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /** A failure that this host finds itself. */
  public FileException(ErrorCode code) {
    this(code, null);
  }

  FileException(ErrorCode code, @Nullable IOException cause) {
    super(code.toString(), cause);
    this.code = code;
  }

  /** The error. */
  public ErrorCode code() {
    return code;
  }
}
