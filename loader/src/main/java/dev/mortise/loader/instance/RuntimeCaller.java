package dev.mortise.loader.instance;

/** The component instance from which a call comes; opaque to others. */
public final class RuntimeCaller {
  private final RuntimeInstance instance;

  RuntimeCaller(RuntimeInstance instance) {
    this.instance = instance;
  }

  RuntimeInstance instance() {
    return instance;
  }
}
