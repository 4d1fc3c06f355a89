package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.instance.builtin.CopyEnd.Shared;
import dev.mortise.runtime.instance.builtin.CopyEnd.Side;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;

/**
 * {@code stream.*} and {@code future.*} for one type. Both ends come and go; what is read or
 * written while the other end is there, and so would be copied, is not supported yet.
 */
final class CopyBuiltins {
  /** {@code Buffer.MAX_LENGTH}. */
  private static final long MAX_LENGTH = (1L << 28) - 1;

  /** {@code CopyResult.DROPPED}, with no element copied. */
  private static final long DROPPED = 1;

  private final String where;
  private final boolean async;
  private final @Nullable ValType element;
  private final CallingInstance instance;
  private final @Nullable CoreMemory memory;
  private TypeLayouts.@Nullable Layout layout;

  private CopyBuiltins(
      Step.BuiltinFunction step, CallingInstance instance, @Nullable CoreMemory memory) {
    where = "canon " + step.builtin();
    async = step.options().shape().async();
    element = element(step.type());
    this.instance = instance;
    this.memory = memory;
  }

  private static @Nullable ValType element(@Nullable ValType type) {
    return switch (type == null ? null : type.structure()) {
      case StreamType stream -> stream.element();
      case FutureType future -> future.element();
      case null, default -> throw new AssertionError("validated before: " + type);
    };
  }

  static HostCoreFunction.Body body(
      Step.BuiltinFunction step, CallingInstance instance, @Nullable CoreMemory memory) {
    CopyBuiltins on = new CopyBuiltins(step, instance, memory);
    return switch (step.builtin()) {
      case STREAM_NEW -> arguments -> on.create(Side.STREAM_READABLE, Side.STREAM_WRITABLE);
      case FUTURE_NEW -> arguments -> on.create(Side.FUTURE_READABLE, Side.FUTURE_WRITABLE);
      case STREAM_READ -> arguments -> on.copy(Side.STREAM_READABLE, arguments);
      case STREAM_WRITE -> arguments -> on.copy(Side.STREAM_WRITABLE, arguments);
      case FUTURE_READ -> arguments -> on.copy(Side.FUTURE_READABLE, arguments);
      case FUTURE_WRITE -> arguments -> on.copy(Side.FUTURE_WRITABLE, arguments);
      case STREAM_CANCEL_READ -> arguments -> on.cancel(Side.STREAM_READABLE, arguments);
      case STREAM_CANCEL_WRITE -> arguments -> on.cancel(Side.STREAM_WRITABLE, arguments);
      case FUTURE_CANCEL_READ -> arguments -> on.cancel(Side.FUTURE_READABLE, arguments);
      case FUTURE_CANCEL_WRITE -> arguments -> on.cancel(Side.FUTURE_WRITABLE, arguments);
      case STREAM_DROP_READABLE -> arguments -> on.drop(Side.STREAM_READABLE, arguments);
      case STREAM_DROP_WRITABLE -> arguments -> on.drop(Side.STREAM_WRITABLE, arguments);
      case FUTURE_DROP_READABLE -> arguments -> on.drop(Side.FUTURE_READABLE, arguments);
      case FUTURE_DROP_WRITABLE -> arguments -> on.drop(Side.FUTURE_WRITABLE, arguments);
      default -> throw Builtins.other(step);
    };
  }

  private long[] create(Side readable, Side writable) {
    instance.checkMayLeave();
    Shared shared = new Shared(element);
    int reader = instance.add(new CopyEnd(readable, shared));
    int writer = instance.add(new CopyEnd(writable, shared));
    return Builtins.result(reader | (long) writer << 32);
  }

  private long[] copy(Side side, long[] arguments) {
    instance.checkMayLeave();
    CopyEnd end = CopyEnd.get((int) arguments[0], side, element, instance);
    end.checkIdle(side.verb);
    if (end.inSet() && !async) {
      throw BuiltinTraps.syncInSet(where);
    }
    checkBuffer(arguments[1] & 0xffff_ffffL, side.isFuture() ? 1 : arguments[2] & 0xffff_ffffL);
    if (end.shared.isDropped()) {
      end.notice();
      return Builtins.result(DROPPED);
    }
    throw async
        ? BuiltinTraps.unsupported(where, "copying from one end to the other")
        : instance.task().blocked(where);
  }

  /** {@code BufferGuestImpl}. */
  private void checkBuffer(long address, long length) {
    if (length > MAX_LENGTH) {
      throw BuiltinTraps.bufferTooLong(where, length);
    }
    if (element != null && memory != null && length > 0) {
      TypeLayouts.Layout one = layout(element);
      BuiltinTraps.checkRange(
          where, address, one.alignment(), length * one.byteSize(), memory.byteLength());
    }
  }

  private TypeLayouts.Layout layout(ValType element) {
    TypeLayouts.Layout known = layout;
    if (known == null) {
      known = new TypeLayouts(AddressWidth.BITS_32).of(element);
      layout = known;
    }
    return known;
  }

  /** No copy is ever under way. */
  private long[] cancel(Side side, long[] arguments) {
    instance.checkMayLeave();
    CopyEnd unused = CopyEnd.get((int) arguments[0], side, element, instance);
    throw BuiltinTraps.notCopying(where);
  }

  private long[] drop(Side side, long[] arguments) {
    instance.checkMayLeave();
    CopyEnd.remove((int) arguments[0], side, element, instance).drop();
    return Builtins.NOTHING;
  }
}
