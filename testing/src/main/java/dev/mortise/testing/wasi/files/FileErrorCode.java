package dev.mortise.testing.wasi.files;

import java.util.Locale;

/** The cases of {@code error-code} that an in-memory file system has. */
public enum FileErrorCode {
  /** The descriptor was not opened for this. */
  BAD_DESCRIPTOR,
  /** There is something of that name. */
  EXIST,
  /** No array of Java is as long. */
  FILE_TOO_LARGE,
  /** Such a call makes no sense. */
  INVALID,
  /** It is a directory. */
  IS_DIRECTORY,
  /** A name is longer than 255 bytes. */
  NAME_TOO_LONG,
  /** There is nothing of that name. */
  NO_ENTRY,
  /** The test has limited the space. */
  INSUFFICIENT_SPACE,
  /** It is not a directory. */
  NOT_DIRECTORY,
  /** The directory is not empty. */
  NOT_EMPTY,
  /** The path leads out of the directory, or a directory would get a second name. */
  NOT_PERMITTED,
  /** The descriptor does not allow changes. */
  READ_ONLY,
  /** There are no symbolic links. */
  UNSUPPORTED;

  /** The case's label in WIT. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
