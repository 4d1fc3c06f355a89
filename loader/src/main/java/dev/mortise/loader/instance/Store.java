package dev.mortise.loader.instance;

import dev.mortise.loader.error.CallException;
import dev.mortise.loader.error.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The group of component instances that one instantiation by the host makes (CanonicalABI.md,
 * "Embedding"). One thread at a time may run in it: the exclusive right is explicit, so that a
 * second thread is told, instead of waiting or corrupting.
 */
final class Store {
  private final boolean watchesHandles;
  private @Nullable Thread runner;
  private int depth;

  /**
   * A group without instances.
   *
   * @param watchesHandles whether handles of the host warn when nobody has closed them
   */
  Store(boolean watchesHandles) {
    this.watchesHandles = watchesHandles;
  }

  /** An own handle for the host. */
  ResourceHandle hostHandle(RuntimeResource resource, Object rep) {
    return watchesHandles ? new WatchedHandle(resource, rep) : ResourceHandle.own(resource, rep);
  }

  /** Takes the right to run, which the running thread already has. */
  synchronized void acquire() {
    Thread current = Thread.currentThread();
    if (runner != null && runner != current) {
      throw new CallException(
          Diagnostic.of("instance-busy", "instance")
              .because(
                  "the thread "
                      + runner.getName()
                      + " is running in it, and only one thread at a time may")
              .withHint("Use one instance per thread: instances of a component share its code"));
    }
    runner = current;
    depth++;
  }

  /** Gives the right back. */
  synchronized void release() {
    depth--;
    if (depth == 0) {
      runner = null;
    }
  }
}
