package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;

/**
 * One end of a stream or future (CanonicalABI.md, "Stream State" and "Future State"). It is idle or
 * done: nothing is copied yet.
 */
public final class CopyEnd extends Waitable {
  /** Which end, of what. */
  enum Side {
    STREAM_READABLE("stream", "read from", "writable"),
    STREAM_WRITABLE("stream", "write to", "readable"),
    FUTURE_READABLE("future", "read from", "writable"),
    FUTURE_WRITABLE("future", "write to", "readable");

    final String what;
    final String verb;
    final String other;

    Side(String what, String verb, String other) {
      this.what = what;
      this.verb = verb;
      this.other = other;
    }

    boolean isReadable() {
      return this == STREAM_READABLE || this == FUTURE_READABLE;
    }

    boolean isFuture() {
      return this == FUTURE_READABLE || this == FUTURE_WRITABLE;
    }

    String describe() {
      return "a " + (isReadable() ? "readable " : "writable ") + what + " end";
    }
  }

  /** What both ends have in common. */
  static final class Shared {
    final @Nullable ValType element;
    private boolean dropped;

    Shared(@Nullable ValType element) {
      this.element = element;
    }

    /** Whether one end is gone. */
    boolean isDropped() {
      return dropped;
    }
  }

  final Side side;
  final Shared shared;
  private boolean done;

  CopyEnd(Side side, Shared shared) {
    this.side = side;
    this.shared = shared;
  }

  /** The end at an index, of the given side and element type; traps when there is another. */
  static CopyEnd get(int index, Side side, @Nullable ValType element, CallingInstance instance) {
    return checked(instance.get(index, CopyEnd.class, side.describe()), side, element, instance);
  }

  /** Takes an end out of the table; traps as {@link #get}. */
  static CopyEnd remove(int index, Side side, @Nullable ValType element, CallingInstance instance) {
    return checked(instance.remove(index, CopyEnd.class, side.describe()), side, element, instance);
  }

  private static CopyEnd checked(
      CopyEnd end, Side side, @Nullable ValType element, CallingInstance instance) {
    if (end.side != side) {
      throw BuiltinTraps.wrongKind(side.describe(), end.describe());
    }
    if (!instance.sameType(end.shared.element, element)) {
      throw BuiltinTraps.wrongElement(side, element, end.shared.element);
    }
    return end;
  }

  /**
   * Takes the readable end of a stream or future that is about to leave the instance as a value out
   * of its table: {@code lift_async_value}.
   *
   * @param future whether a future is meant, else a stream
   * @throws TrapException when there is none at the index, or it is in use
   */
  public static CopyEnd lift(
      int index, boolean future, @Nullable ValType element, CallingInstance instance) {
    Side side = future ? Side.FUTURE_READABLE : Side.STREAM_READABLE;
    CopyEnd end = remove(index, side, element, instance);
    end.checkIdle("lift");
    if (end.inSet()) {
      throw BuiltinTraps.liftedInSet(side);
    }
    return end;
  }

  /** Traps when what the end is for is over. */
  void checkIdle(String verb) {
    if (done) {
      throw BuiltinTraps.endIsDone(side, verb);
    }
  }

  /** Learns that the other end is gone. */
  void notice() {
    done = true;
  }

  void drop() {
    if (side == Side.FUTURE_WRITABLE && !done) {
      throw BuiltinTraps.futureNotWritten();
    }
    shared.dropped = true;
    join(null);
  }

  @Override
  public String describe() {
    return side.describe();
  }
}
