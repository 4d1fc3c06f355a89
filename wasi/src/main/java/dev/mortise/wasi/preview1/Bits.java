package dev.mortise.wasi.preview1;

/** The flags and numbers of preview 1 ({@code typenames.witx}). */
final class Bits {
  static final int FDFLAGS_APPEND = 1;
  static final int FDFLAGS_DSYNC = 2;
  static final int FDFLAGS_SYNC = 16;

  static final int OFLAGS_CREATE = 1;
  static final int OFLAGS_DIRECTORY = 2;
  static final int OFLAGS_EXCLUSIVE = 4;
  static final int OFLAGS_TRUNCATE = 8;

  static final int LOOKUP_FOLLOW = 1;

  static final int TIMES_ACCESSED = 1;
  static final int TIMES_ACCESSED_NOW = 2;
  static final int TIMES_MODIFIED = 4;
  static final int TIMES_MODIFIED_NOW = 8;

  static final long RIGHT_READ = 1 << 1;
  static final long RIGHT_SEEK = 1 << 2;
  static final long RIGHT_TELL = 1 << 5;
  static final long RIGHT_WRITE = 1 << 6;
  static final long RIGHTS_ALL = (1L << 30) - 1;

  static final int TYPE_UNKNOWN = 0;
  static final int TYPE_CHARACTER_DEVICE = 2;
  static final int TYPE_DIRECTORY = 3;
  static final int TYPE_REGULAR_FILE = 4;

  static final int CLOCK_REALTIME = 0;
  static final int CLOCK_MONOTONIC = 1;

  private Bits() {}
}
