package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.StringSource;
import dev.mortise.runtime.abi.layout.StringEncoding;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The component instance from which one call comes; opaque to others. */
public final class RuntimeCaller {
  private final RuntimeInstance instance;
  private final StringEncoding encoding;
  private final boolean goesOn;
  private @Nullable Set<String> tagged;

  /**
   * A call.
   *
   * @param goesOn whether the caller goes on when the call has to wait
   */
  RuntimeCaller(RuntimeInstance instance, StringEncoding encoding, boolean goesOn) {
    this.instance = instance;
    this.encoding = encoding;
    this.goesOn = goesOn;
  }

  /** Whether the caller goes on when the call has to wait. */
  boolean goesOn() {
    return goesOn;
  }

  /** Where a string that it passes, or takes back, lay. */
  StringSource source(String string, StringEncoding encoding) {
    return tagged != null && tagged.contains(string)
        ? StringSource.LATIN1_UTF16_TAGGED
        : StringSource.of(encoding);
  }

  /** How the strings that it passes lie in its memory. */
  StringEncoding encoding() {
    return encoding;
  }

  /** Notes a string on its way that only this object tells from others. */
  void liftedTagged(String string) {
    if (tagged == null) {
      tagged = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    tagged.add(string);
  }

  RuntimeInstance instance() {
    return instance;
  }
}
