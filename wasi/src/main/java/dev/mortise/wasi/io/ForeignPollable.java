package dev.mortise.wasi.io;

import wit.wasi.io.v0_2.Poll;

/**
 * A pollable that somebody else implements, of whom we know no more than the interface: a thread
 * waits for it on our behalf, for as long as somebody waits.
 */
final class ForeignPollable extends HostPollable {
  private final Poll.Pollable pollable;
  private final Signal signal = new Signal();
  private volatile boolean blocked;
  private Thread thread = Thread.currentThread();

  ForeignPollable(Poll.Pollable pollable) {
    this.pollable = pollable;
  }

  @Override
  long remaining() {
    return blocked || pollable.ready() ? 0 : UNKNOWN;
  }

  @Override
  void register(Waiter waiter) {
    signal.add(waiter);
    thread =
        Thread.ofVirtual()
            .name("wasi pollable")
            .start(
                () -> {
                  pollable.block();
                  blocked = true;
                  signal.raise();
                });
  }

  @Override
  void unregister(Waiter waiter) {
    signal.remove(waiter);
    if (!blocked) {
      thread.interrupt();
    }
  }
}
