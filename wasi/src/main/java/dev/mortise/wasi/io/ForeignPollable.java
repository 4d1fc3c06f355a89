package dev.mortise.wasi.io;

import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;

/**
 * A pollable that somebody else implements, of whom we know no more than the interface: a thread
 * waits for it on our behalf, for as long as somebody waits.
 */
final class ForeignPollable extends HostPollable {
  private final Poll.Pollable pollable;
  private final Signal signal = new Signal();
  private volatile @Nullable Wait wait;

  ForeignPollable(Poll.Pollable pollable) {
    this.pollable = pollable;
  }

  @Override
  long remaining() {
    Wait wait = this.wait;
    return (wait != null && wait.over()) || pollable.ready() ? 0 : UNKNOWN;
  }

  @Override
  void register(Waiter waiter) {
    signal.add(waiter);
    Wait wait = new Wait();
    this.wait = wait;
    wait.thread.start();
  }

  @Override
  void unregister(Waiter waiter) {
    signal.remove(waiter);
    Wait wait = this.wait;
    if (wait != null) {
      wait.abandon();
    }
  }

  /** One call of the pollable's {@code block}. */
  private final class Wait {
    private final Thread thread = Thread.ofVirtual().name("wasi pollable").unstarted(this::run);
    private volatile boolean abandoned;
    private volatile boolean over;
    private volatile @Nullable Throwable thrown;

    private void run() {
      try {
        pollable.block();
      } catch (Throwable e) { // whoever waits is told of it, on their own thread
        thrown = e;
      }
      // A pollable that returns, or throws, because it was interrupted says nothing of readiness.
      if (!abandoned) {
        over = true;
        signal.raise();
      }
    }

    boolean over() {
      if (over && thrown instanceof RuntimeException e) {
        throw e;
      }
      if (over && thrown instanceof Error e) {
        throw e;
      }
      return over;
    }

    void abandon() {
      abandoned = true;
      if (!over) {
        thread.interrupt();
      }
    }
  }
}
