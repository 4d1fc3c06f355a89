package dev.mortise.wasi.filesystem;

import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wit.wasi.clocks.v0_2.WallClock.Datetime;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/** The two times that a component sets; null for one that it leaves. */
record Timestamps(@Nullable FileTime accessed, @Nullable FileTime modified) {
  static Timestamps of(Types.NewTimestamp accessed, Types.NewTimestamp modified)
      throws Types.ErrorCodeException {
    Instant now = Instant.now();
    return new Timestamps(time(accessed, now), time(modified, now));
  }

  private static @Nullable FileTime time(Types.NewTimestamp time, Instant now)
      throws Types.ErrorCodeException {
    return switch (time) {
      case Types.NewTimestamp.NoChange none -> null;
      case Types.NewTimestamp.Now present -> FileTime.from(now);
      case Types.NewTimestamp.Timestamp at -> FileTime.from(instant(at.value()));
    };
  }

  private static Instant instant(Datetime time) throws Types.ErrorCodeException {
    try {
      if (time.seconds() >= 0 && time.nanoseconds() < 1_000_000_000) {
        return Instant.ofEpochSecond(time.seconds(), time.nanoseconds());
      }
    } catch (DateTimeException e) {
      // Too far away, as below.
    }
    throw WasiFile.error(ErrorCode.OVERFLOW);
  }
}
