package dev.mortise.testing.wasi.files;

/** A function of the file system gives the {@code err} of its result. */
public final class FileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FileErrorCode code;

  /** An {@code err} with a code. */
  public FileException(FileErrorCode code) {
    super(code.label(), null, false, false);
    this.code = code;
  }

  /** The code. */
  public FileErrorCode code() {
    return code;
  }
}
