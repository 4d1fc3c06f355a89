package dev.mortise.wasi.io;

import java.util.Arrays;
import java.util.List;
import wit.wasi.io.v0_2.Poll;

/** {@code wasi:io/poll}. */
public final class PollHost implements Poll {
  /** The interface. */
  public PollHost() {}

  @Override
  public int[] poll(List<Pollable> in) {
    if (in.isEmpty()) {
      throw Misuse.trap("wasi:io/poll#poll", "the list is empty, so nothing could ever be ready");
    }
    List<HostPollable> pollables = in.stream().map(HostPollable::of).toList();
    for (; ; ) {
      int[] ready = new int[pollables.size()];
      int count = 0;
      for (int i = 0; i < ready.length; i++) {
        if (pollables.get(i).ready()) {
          ready[count++] = i;
        }
      }
      if (count > 0) {
        return Arrays.copyOf(ready, count);
      }
      Waiter.await(pollables);
    }
  }
}
