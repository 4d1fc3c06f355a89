package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The group of component instances that one instantiation by the host makes (CanonicalABI.md,
 * "Embedding"). One thread at a time may run in it: the exclusive right is explicit, so that a
 * second thread is told, instead of waiting or corrupting.
 */
final class Store {
  /**
   * The thread that runs, by its id, or 0; a reference would cost the collector's barrier on every
   * call. Read and written in order, without a fence: a lock would cost more than a call. Two
   * threads that come at the very same time may both get in; then the one that leaves first is
   * told.
   */
  private static final VarHandle RUNNER;

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(Store.class, "runner", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // by RUNNER
  private long runner;

  /** How often the running thread has taken the right once more. */
  private int depth;

  private final Lending lending = new Lending();
  private final HandleMaker handles;

  /**
   * A group without instances.
   *
   * @param handles makes the handles that come to the host
   */
  Store(HandleMaker handles) {
    this.handles = handles;
  }

  /** An own handle for the host. */
  ResourceHandle hostHandle(RuntimeResource resource, Object rep) {
    return handles.own(resource, rep);
  }

  /** What is lent to the calls that run. */
  Lending lending() {
    return lending;
  }

  /** Takes the right to run, which the running thread already has. */
  void acquire() {
    long current = Thread.currentThread().threadId();
    long running = (long) RUNNER.getAcquire(this);
    if (running == 0) {
      RUNNER.setRelease(this, current);
    } else if (running == current) {
      depth++;
    } else {
      throw busy(running);
    }
  }

  /** Gives the right back. */
  void release() {
    if (depth > 0) {
      depth--;
      return;
    }
    long running = (long) RUNNER.getAcquire(this);
    RUNNER.setRelease(this, 0L);
    if (running != Thread.currentThread().threadId()) {
      throw busy(running);
    }
  }

  private static CallException busy(long running) {
    return new CallException(
        Diagnostic.of("instance-busy", "instance")
            .because(
                "the thread "
                    + name(running)
                    + " is running in it, and only one thread at a time may")
            .withHint("Use one instance per thread: instances of a component share its code"));
  }

  /** The name of a platform thread; a virtual one has none but its number. */
  private static String name(long id) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.threadId() == id)
        .map(Thread::getName)
        .findFirst()
        .orElse("with the id " + id);
  }
}
