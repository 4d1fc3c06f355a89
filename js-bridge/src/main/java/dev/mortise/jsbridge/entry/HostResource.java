package dev.mortise.jsbridge.entry;

import org.graalvm.polyglot.Value;

/** A resource that JavaScript implements, as the Java object that a component's code holds. */
public abstract class HostResource implements AutoCloseable {
  private final HostCalls calls;
  private final Value object;

  /**
   * A resource.
   *
   * @param object the JavaScript object
   */
  protected HostResource(HostCalls calls, Value object) {
    this.calls = calls;
    this.object = object;
  }

  /** The functions of JavaScript's. */
  protected final HostCalls calls() {
    return calls;
  }

  /** The JavaScript object. */
  protected final Value object() {
    return object;
  }

  /** The component has dropped it: the object is disposed, if it can be. */
  @Override
  public final void close() {
    calls.dispose(object);
  }
}
