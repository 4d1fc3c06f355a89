package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.recipe.LeafOp;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Runs the operations on values without parts. */
final class LeafInterpreter {
  private final AbiContext context;

  LeafInterpreter(AbiContext context) {
    this.context = context;
  }

  void run(LeafOp op, Operands stack) {
    switch (op) {
      case LeafOp.LiftScalar lift -> stack.push(lift(lift.type(), stack.popWord()));
      case LeafOp.LowerScalar lower -> stack.push(lower(lower.type(), stack.popValue()));
      case LeafOp.LiftFlags lift -> stack.push(liftFlags(lift.type(), stack.popWord()));
      case LeafOp.LowerFlags lower -> stack.push(lowerFlags(lower.type(), stack.popValue()));
      case LeafOp.LiftEnum lift -> {
        int index = (int) stack.popWord();
        List<String> labels = lift.type().labels();
        if (Integer.compareUnsigned(index, labels.size()) >= 0) {
          throw AbiTraps.invalidDiscriminant("enum", index, labels.size());
        }
        stack.push(new ComponentValue.EnumValue(labels.get(index)));
      }
      case LeafOp.LowerEnum lower -> {
        String label = ((ComponentValue.EnumValue) stack.popValue()).label();
        stack.push(Objects.requireNonNull(lower.caseOf().get(label)).longValue());
      }
      case LeafOp.LoadString load -> {
        long length = stack.popWord();
        long address = stack.popWord();
        stack.push(
            new ComponentValue.StringValue(
                StringLifting.load(context, load.width(), load.encoding(), address, length)));
      }
      case LeafOp.StoreString store -> {
        String text = ((ComponentValue.StringValue) stack.popValue()).value();
        StringTranscoding.Range range =
            StringTranscoding.store(
                context,
                store.width(),
                store.encoding(),
                context.stringSource(store.encoding(), text),
                text);
        stack.push(range.address());
        stack.push(range.taggedCodeUnits());
      }
      case LeafOp.LiftIndex lift -> stack.push(liftIndex(lift.type(), (int) stack.popWord()));
      case LeafOp.LowerIndex lower ->
          stack.push(lowerIndex(lower.type(), stack.popValue()) & 0xffff_ffffL);
    }
  }

  private static ComponentValue lift(PrimType type, long word) {
    return switch (type) {
      case BOOL -> new ComponentValue.BoolValue((int) word != 0);
      case S8 -> new ComponentValue.S8Value((byte) word);
      case U8 -> new ComponentValue.U8Value((int) word & 0xff);
      case S16 -> new ComponentValue.S16Value((short) word);
      case U16 -> new ComponentValue.U16Value((int) word & 0xffff);
      case S32 -> new ComponentValue.S32Value((int) word);
      case U32 -> new ComponentValue.U32Value(word & 0xffff_ffffL);
      case S64 -> new ComponentValue.S64Value(word);
      case U64 -> new ComponentValue.U64Value(word);
      case F32 -> new ComponentValue.F32Value(canonical(Float.intBitsToFloat((int) word)));
      case F64 -> new ComponentValue.F64Value(canonical(Double.longBitsToDouble(word)));
      case CHAR -> new ComponentValue.CharValue(codePoint((int) word));
      case STRING, ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }

  private static long lower(PrimType type, ComponentValue value) {
    return switch (type) {
      case BOOL -> ((ComponentValue.BoolValue) value).value() ? 1 : 0;
      case S8 -> ((ComponentValue.S8Value) value).value() & 0xffff_ffffL;
      case U8 -> ((ComponentValue.U8Value) value).value();
      case S16 -> ((ComponentValue.S16Value) value).value() & 0xffff_ffffL;
      case U16 -> ((ComponentValue.U16Value) value).value();
      case S32 -> ((ComponentValue.S32Value) value).value() & 0xffff_ffffL;
      case U32 -> ((ComponentValue.U32Value) value).value();
      case S64 -> ((ComponentValue.S64Value) value).value();
      case U64 -> ((ComponentValue.U64Value) value).bits();
      case F32 -> Float.floatToIntBits(((ComponentValue.F32Value) value).value()) & 0xffff_ffffL;
      case F64 -> Double.doubleToLongBits(((ComponentValue.F64Value) value).value());
      case CHAR -> ((ComponentValue.CharValue) value).codePoint();
      case STRING, ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }

  static float canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  static double canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }

  private static int codePoint(int bits) {
    boolean valid =
        Integer.compareUnsigned(bits, 0x110000) < 0 && !(bits >= 0xd800 && bits <= 0xdfff);
    if (!valid) {
      throw AbiTraps.invalidChar(bits);
    }
    return bits;
  }

  private static ComponentValue liftFlags(FlagsType type, long bits) {
    Set<String> set = new LinkedHashSet<>();
    for (int i = 0; i < type.labels().size(); i++) {
      if ((bits >>> i & 1) != 0) {
        set.add(type.labels().get(i));
      }
    }
    return new ComponentValue.FlagsValue(set);
  }

  private static long lowerFlags(FlagsType type, ComponentValue value) {
    Set<String> set = ((ComponentValue.FlagsValue) value).labels();
    long bits = 0;
    for (int i = 0; i < type.labels().size(); i++) {
      if (set.contains(type.labels().get(i))) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private ComponentValue liftIndex(StructuralType type, int index) {
    return switch (type) {
      case HandleType.Own own -> context.liftOwn(own.resource(), index);
      case HandleType.Borrow borrow -> context.liftBorrow(borrow.resource(), index);
      case StreamType stream -> context.liftStream(stream, index);
      case FutureType future -> context.liftFuture(future, index);
      case PrimType errorContext -> context.liftErrorContext(index);
      default -> throw new AssertionError(type.kind());
    };
  }

  private int lowerIndex(StructuralType type, ComponentValue value) {
    return switch (type) {
      case HandleType.Own own -> context.lowerOwn(own.resource(), value);
      case HandleType.Borrow borrow -> context.lowerBorrow(borrow.resource(), value);
      case StreamType stream -> context.lowerStream(stream, value);
      case FutureType future -> context.lowerFuture(future, value);
      case PrimType errorContext -> context.lowerErrorContext(value);
      default -> throw new AssertionError(type.kind());
    };
  }
}
