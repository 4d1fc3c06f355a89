package dev.mortise.jsbridge.entry;

import org.graalvm.polyglot.HostAccess;

/** Tells whether a context lets JavaScript call methods that are exported, as entries have them. */
public final class EntryProbe {
  /** The name of the method. */
  public static final String METHOD = "probe";

  /** A probe. */
  public EntryProbe() {}

  /** Can be called, or not. */
  @HostAccess.Export
  public int probe() {
    return 1;
  }
}
