package dev.mortise.loader.instance;

import dev.mortise.loader.abi.layout.StringEncoding;

/** The component instance from which a call comes; opaque to others. */
public final class RuntimeCaller {
  private final RuntimeInstance instance;
  private final StringEncoding encoding;

  RuntimeCaller(RuntimeInstance instance, StringEncoding encoding) {
    this.instance = instance;
    this.encoding = encoding;
  }

  /** How the strings that it passes lie in its memory. */
  StringEncoding encoding() {
    return encoding;
  }

  RuntimeInstance instance() {
    return instance;
  }
}
