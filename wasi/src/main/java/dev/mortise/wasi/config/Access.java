package dev.mortise.wasi.config;

/** What a component may do with a folder. */
public enum Access {
  /** Read files and list folders. */
  READ,
  /** Also create, change and remove. */
  READ_WRITE
}
