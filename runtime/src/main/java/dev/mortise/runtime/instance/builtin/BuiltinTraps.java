package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.builtin.CopyEnd.Side;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;

/**
 * The traps of built-ins, each with its code. Their words hold those that engines are tested for.
 */
final class BuiltinTraps {
  private BuiltinTraps() {}

  private static TrapException trap(String code, String where, String why, String spec) {
    return new TrapException(
        Diagnostic.of(code, where).because(why).withSpec("CanonicalABI.md#" + spec));
  }

  /** What the specification goes on with, and this version does not. */
  static UnsupportedComponentException unsupported(String where, String what) {
    return new UnsupportedComponentException(
        Diagnostic.of("not-supported-yet", where).because("not supported yet: " + what));
  }

  // Tasks

  static TrapException backpressure(boolean under) {
    return trap(
        "backpressure-out-of-range",
        under ? "canon backpressure.dec" : "canon backpressure.inc",
        "backpressure counter " + (under ? "underflow" : "overflow"),
        "component-instances");
  }

  static TrapException notAsync(String builtin) {
    return trap(
        "task-not-async",
        "canon " + builtin,
        "the running call was lifted without the option async, and returns by itself",
        "tasks");
  }

  static TrapException wrongReturn() {
    return trap(
        "task-return-mismatch",
        "canon task.return",
        "invalid `task.return` signature and/or options for current task",
        "tasks");
  }

  static TrapException returnedTwice() {
    return trap(
        "task-returned-twice",
        "canon task.return",
        "`task.return` or `task.cancel` called more than once for current task",
        "tasks");
  }

  static TrapException noReturn() {
    return trap(
        "task-not-returned",
        "call",
        "async-lifted export failed to produce a result: it ended without `task.return`",
        "canon-lift");
  }

  static TrapException notCancelled() {
    return trap(
        "task-not-cancelled",
        "canon task.cancel",
        "`task.cancel` called by task which has not been cancelled",
        "tasks");
  }

  // Waitables

  static TrapException setNotEmpty(int waitables) {
    return trap(
        "waitable-set-not-empty",
        "canon waitable-set.drop",
        "cannot drop waitable set with " + waitables + " waitables in it",
        "waitable-state");
  }

  static TrapException syncInSet(String where) {
    return trap(
        "waitable-in-set",
        where,
        "waitable cannot be used synchronously while added to a waitable set",
        "waitable-state");
  }

  static TrapException wrongKind(String expected, String found) {
    return new TrapException(
        Diagnostic.of("wrong-handle-type", "handle")
            .expecting(expected, found)
            .withSpec("CanonicalABI.md#table-state"));
  }

  // Streams and futures

  static TrapException wrongElement(
      Side side, @Nullable ValType expected, @Nullable ValType found) {
    return new TrapException(
        Diagnostic.of("wrong-handle-type", side.describe())
            .expecting(payload(expected), payload(found))
            .withSpec("CanonicalABI.md#stream-state"));
  }

  private static String payload(@Nullable ValType type) {
    return type == null ? "no payload" : "payload " + type;
  }

  static TrapException endIsDone(Side side, String verb) {
    String why =
        switch (side) {
          case FUTURE_READABLE -> "after previous read succeeded";
          case FUTURE_WRITABLE -> "after previous write succeeded or readable end dropped";
          case STREAM_READABLE, STREAM_WRITABLE ->
              "after being notified that the " + side.other + " end dropped";
        };
    return trap(
        "copy-end-done",
        side.describe(),
        "cannot " + verb + " " + side.what + " " + why,
        "stream-state");
  }

  static TrapException liftedInSet(Side side) {
    return trap(
        "waitable-in-set",
        side.describe(),
        "cannot lift " + side.what + " while it's in a waitable set",
        "loading");
  }

  static TrapException futureNotWritten() {
    return trap(
        "future-not-written",
        "canon future.drop-writable",
        "cannot drop future write end without first writing a value",
        "future-state");
  }

  static TrapException notCopying(String where) {
    return trap(
        "no-copy", where, "no read or write is under way that could be cancelled", "stream-state");
  }

  static TrapException bufferTooLong(String where, long length) {
    return trap(
        "buffer-too-long", where, "stream read/write count too large: " + length, "buffer-state");
  }

  /** Traps when a range is not aligned or not in memory. */
  static void checkRange(
      String where, long address, int alignmentBytes, long byteLength, long memoryByteLength) {
    String range = byteLength + " bytes at 0x" + Long.toHexString(address);
    if (address % alignmentBytes != 0) {
      throw new TrapException(
          Diagnostic.of("pointer-not-aligned", where)
              .expecting("a multiple of " + alignmentBytes, range)
              .because("unaligned pointer"));
    }
    if (byteLength > memoryByteLength || address > memoryByteLength - byteLength) {
      throw new TrapException(
          Diagnostic.of("pointer-out-of-bounds", where)
              .expecting("a range within " + memoryByteLength + " bytes of memory", range)
              .because("pointer out of bounds of memory"));
    }
  }

  // Threads

  static TrapException unknownThread(String where, long index) {
    return trap("unknown-thread", where, "unknown thread index " + index, "threads");
  }

  static TrapException threadNotSuspended(String where, int index) {
    return trap(
        "thread-not-suspended",
        where,
        "cannot resume thread which is not suspended: thread " + index + " is running",
        "threads");
  }
}
