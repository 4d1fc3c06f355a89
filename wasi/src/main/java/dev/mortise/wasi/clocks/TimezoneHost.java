package dev.mortise.wasi.clocks;

import wit.wasi.clocks.v0_2.Timezone;
import wit.wasi.clocks.v0_2.WallClock;

/**
 * {@code wasi:clocks/timezone}, which is not stable. A component is not told where the host stands:
 * the zone is UTC ("If the timezone cannot be determined … UTC").
 */
public final class TimezoneHost implements Timezone {
  /** The interface. */
  public TimezoneHost() {}

  @Override
  public TimezoneDisplay display(WallClock.Datetime when) {
    return new TimezoneDisplay(0, "UTC", false);
  }

  @Override
  public int utcOffset(WallClock.Datetime when) {
    return 0;
  }
}
