package dev.mortise.wasi.preview1;

import java.util.EnumSet;
import wit.wasi.clocks.v0_2.WallClock.Datetime;
import wit.wasi.filesystem.v0_2.Types;

/** Times and flags of preview 1 in the types of WASI 0.2. */
final class Times {
  private static final long SECOND = 1_000_000_000L;

  private Times() {}

  /** A time to set, as two flags and a number say. */
  static Types.NewTimestamp of(int flags, int set, int now, long nanoseconds) throws Errno.Failure {
    boolean given = (flags & set) != 0;
    boolean present = (flags & now) != 0;
    if (given && present) {
      throw Errno.INVALID.failure();
    }
    if (given) {
      return new Types.NewTimestamp.Timestamp(
          new Datetime(
              Long.divideUnsigned(nanoseconds, SECOND),
              Long.remainderUnsigned(nanoseconds, SECOND)));
    }
    return present ? new Types.NewTimestamp.Now() : new Types.NewTimestamp.NoChange();
  }

  static EnumSet<Types.PathFlags> noFollow() {
    return EnumSet.noneOf(Types.PathFlags.class);
  }

  static EnumSet<Types.PathFlags> lookup(int flags) {
    return (flags & Bits.LOOKUP_FOLLOW) == 0
        ? noFollow()
        : EnumSet.of(Types.PathFlags.SYMLINK_FOLLOW);
  }
}
