package dev.mortise.testing.wasi.files;

/** Those of {@code descriptor-flags} that mean something in memory. */
public enum Access {
  /** Read its content. */
  READ,
  /** Write its content. */
  WRITE,
  /** Change what is in the directory, and below it. */
  MUTATE_DIRECTORY
}
