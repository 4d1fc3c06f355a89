package dev.mortise.jsbridge;

import dev.mortise.loader.Instance;
import org.graalvm.polyglot.Value;

/** An instance of a component in one context. Like the context it is for one thread at a time. */
public final class JsInstance {
  private final Value exports;
  private final Instance instance;

  JsInstance(Value exports, Instance instance) {
    this.exports = exports;
    this.instance = instance;
  }

  /**
   * What the instance exports: a frozen JavaScript object without a prototype. A function is a
   * function and a resource a class; an interface is such an object itself, under its full name in
   * WIT and, where no other export has that, its short one.
   */
  public Value exports() {
    return exports;
  }

  /** The same instance for calls from Java; its resources are not those of {@link #exports}. */
  public Instance instance() {
    return instance;
  }
}
