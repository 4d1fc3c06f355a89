package dev.mortise.wasi.preview1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.io.v0_2.Poll;

/** {@code poll_oneoff}: waits for clocks and files. */
final class PollOneoff {
  private static final int SUBSCRIPTION = 48;
  private static final int EVENT = 32;
  private static final int CLOCK = 0;
  private static final int MOST = 4096;

  private final Interfaces wasi;
  private final FdTable table;
  private final GuestMemory memory;
  private final ProcessFunctions process;

  PollOneoff(Interfaces wasi, FdTable table, GuestMemory memory, ProcessFunctions process) {
    this.wasi = wasi;
    this.table = table;
    this.memory = memory;
    this.process = process;
  }

  /**
   * What a program waits for.
   *
   * @param pollable null when it is ready, or has failed
   */
  private record Subscription(
      long userdata, int type, int fd, Errno error, Poll.@Nullable Pollable pollable) {}

  void poll(int in, int out, int count, int result) throws Errno.Failure {
    if (count == 0) {
      throw Errno.INVALID.failure();
    }
    if (count < 0 || count > MOST) {
      throw Errno.INSUFFICIENT_MEMORY.failure();
    }
    List<Subscription> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(subscription(in + SUBSCRIPTION * i));
    }
    try {
      List<Subscription> ready = all.stream().filter(s -> s.pollable == null).toList();
      if (ready.isEmpty()) {
        ready = new ArrayList<>();
        for (int i :
            wasi.poll().poll(all.stream().<Poll.Pollable>map(Subscription::pollable).toList())) {
          ready.add(all.get(i));
        }
      }
      for (int i = 0; i < ready.size(); i++) {
        Subscription event = ready.get(i);
        memory.store(
            out + EVENT * i,
            Structs.event(event.userdata, event.error, event.type, available(event)));
      }
      memory.storeInt(result, ready.size());
    } finally {
      for (Subscription one : all) {
        if (one.pollable != null) {
          one.pollable.close();
        }
      }
    }
  }

  private Subscription subscription(int address) throws Errno.Failure {
    long userdata = memory.loadLong(address);
    int type = memory.loadByte(address + 8);
    int fd = memory.loadInt(address + 16);
    try {
      return new Subscription(
          userdata, type, fd, Errno.SUCCESS, type == CLOCK ? clock(address) : of(fd));
    } catch (Errno.Failure e) {
      return new Subscription(userdata, type, fd, e.errno(), null);
    }
  }

  private Poll.Pollable clock(int address) throws Errno.Failure {
    int clock = memory.loadInt(address + 16);
    long timeout = memory.loadLong(address + 24);
    boolean absolute = (memory.loadShort(address + 40) & 1) != 0;
    if (absolute && clock == Bits.CLOCK_MONOTONIC) {
      return wasi.monotonicClock().subscribeInstant(timeout);
    }
    long now = process.now(clock); // also of a clock that is not there
    long duration = timeout;
    if (absolute) {
      duration = Long.compareUnsigned(timeout, now) <= 0 ? 0 : timeout - now;
    }
    return wasi.monotonicClock().subscribeDuration(duration);
  }

  /** FdFunctions are always ready; streams when they say so. */
  private Poll.@Nullable Pollable of(int fd) throws Errno.Failure {
    return switch (table.get(fd)) {
      case Entry.Input in -> in.stream().subscribe();
      case Entry.Output out -> out.stream().subscribe();
      case Entry.OfFile file -> null;
      case Entry.OfFolder folder -> null;
    };
  }

  private long available(Subscription event) throws Errno.Failure {
    if (event.type == CLOCK || event.error != Errno.SUCCESS) {
      return 0;
    }
    if (table.get(event.fd) instanceof Entry.OfFile file) {
      Types.DescriptorStat stat = FdFunctions.get(file.descriptor()::stat);
      return Math.max(0, stat.size() - file.position());
    }
    return 1; // as many as one can be sure of
  }
}
