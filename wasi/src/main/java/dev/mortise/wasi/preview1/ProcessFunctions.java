package dev.mortise.wasi.preview1;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import wit.wasi.clocks.v0_2.WallClock.Datetime;

/** Arguments, environment, clocks, random numbers, and the end. */
final class ProcessFunctions {
  private final Interfaces wasi;
  private final GuestMemory memory;
  private final IntFunction<Error> exit;
  private final List<byte[]> arguments;
  private final List<byte[]> environment;

  ProcessFunctions(Interfaces wasi, GuestMemory memory, IntFunction<Error> exit) {
    this.wasi = wasi;
    this.memory = memory;
    this.exit = exit;
    arguments =
        wasi.environment().getArguments().stream().map(ProcessFunctions::zeroEnded).toList();
    environment =
        wasi.environment().getEnvironment().stream()
            .map(variable -> zeroEnded(variable.v1() + "=" + variable.v2()))
            .toList();
  }

  private static byte[] zeroEnded(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  void argsGet(int pointers, int buffer) throws Errno.Failure {
    store(arguments, pointers, buffer);
  }

  void argsSizesGet(int count, int size) throws Errno.Failure {
    storeSizes(arguments, count, size);
  }

  void environGet(int pointers, int buffer) throws Errno.Failure {
    store(environment, pointers, buffer);
  }

  void environSizesGet(int count, int size) throws Errno.Failure {
    storeSizes(environment, count, size);
  }

  private void store(List<byte[]> texts, int pointers, int buffer) throws Errno.Failure {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < texts.size(); i++) {
      memory.storeInt(pointers + 4 * i, buffer + all.size());
      all.writeBytes(texts.get(i));
    }
    memory.store(buffer, all.toByteArray());
  }

  private void storeSizes(List<byte[]> texts, int count, int size) throws Errno.Failure {
    memory.storeInt(count, texts.size());
    memory.storeInt(size, texts.stream().mapToInt(text -> text.length).sum());
  }

  void clockResGet(int clock, int result) throws Errno.Failure {
    memory.storeLong(
        result,
        clock == Bits.CLOCK_REALTIME
            ? Structs.nanoseconds(wasi.wallClock().resolution())
            : monotonic(clock, wasi.monotonicClock().resolution()));
  }

  void clockTimeGet(int clock, int result) throws Errno.Failure {
    memory.storeLong(result, now(clock));
  }

  /** The time of a clock, in nanoseconds. */
  long now(int clock) throws Errno.Failure {
    if (clock == Bits.CLOCK_REALTIME) {
      Datetime now = wasi.wallClock().now();
      return Structs.nanoseconds(now);
    }
    return monotonic(clock, wasi.monotonicClock().now());
  }

  /** There are clocks of the processor's time in preview 1, which WASI 0.2 no longer has. */
  private static long monotonic(int clock, long value) throws Errno.Failure {
    if (clock != Bits.CLOCK_MONOTONIC) {
      throw (clock == 2 || clock == 3 ? Errno.UNSUPPORTED : Errno.INVALID).failure();
    }
    return value;
  }

  void randomGet(int buffer, int length) throws Errno.Failure {
    // Checked before bytes are made.
    int size = Math.min(length < 0 ? Integer.MAX_VALUE : length, GuestMemory.MOST_BYTES);
    int done = 0;
    while (Integer.compareUnsigned(done, length) < 0) {
      int part = Integer.compareUnsigned(length - done, size) < 0 ? length - done : size;
      memory.store(buffer + done, wasi.random().getRandomBytes(part));
      done += part;
    }
  }

  /** What ends the program. */
  Error exit(int status) {
    return exit.apply(status);
  }

  /** What becomes of a signal: there are none, so it is a trap. */
  TrapException raised(int signal) {
    return new TrapException(
        Diagnostic.of("wasi-misuse", "wasi_snapshot_preview1#proc_raise")
            .because("the program raised signal " + signal));
  }
}
