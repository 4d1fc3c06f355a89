package dev.mortise.testing.wasi.files;

/** The flags {@code open-flags}. */
public enum OpenFlag {
  /** Make the file when there is none. */
  CREATE,
  /** It must be a directory. */
  DIRECTORY,
  /** It must not be there. */
  EXCLUSIVE,
  /** Empty the file. */
  TRUNCATE
}
