package dev.mortise.loader.instance;

import dev.mortise.loader.error.CallException;
import dev.mortise.loader.error.Diagnostic;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The group of component instances that one instantiation by the host makes (CanonicalABI.md,
 * "Embedding"). One thread at a time may run in it: the exclusive right is explicit, so that a
 * second thread is told, instead of waiting or corrupting.
 */
final class Store {
  /**
   * Read and written in order, without a fence: a lock would cost more than a call. Two threads
   * that come at the very same time may both get in; then the one that leaves first is told.
   */
  private static final VarHandle RUNNER;

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(Store.class, "runner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("UnusedVariable") // by RUNNER
  private @Nullable Thread runner;

  private int depth;
  private final Lending lending = new Lending();

  /** What is lent to the calls that run. */
  Lending lending() {
    return lending;
  }

  /** Takes the right to run, which the running thread already has. */
  void acquire() {
    Thread current = Thread.currentThread();
    Thread running = (Thread) RUNNER.getAcquire(this);
    if (running != current) {
      if (running != null) {
        throw busy(running);
      }
      RUNNER.setRelease(this, current);
    }
    depth++;
  }

  /** Gives the right back. */
  void release() {
    if (--depth <= 0) {
      depth = 0;
      Thread running = (Thread) RUNNER.getAcquire(this);
      RUNNER.setRelease(this, null);
      if (running != null && running != Thread.currentThread()) {
        throw busy(running);
      }
    }
  }

  private static CallException busy(Thread running) {
    return new CallException(
        Diagnostic.of("instance-busy", "instance")
            .because(
                "the thread "
                    + running.getName()
                    + " is running in it, and only one thread at a time may")
            .withHint("Use one instance per thread: instances of a component share its code"));
  }
}
