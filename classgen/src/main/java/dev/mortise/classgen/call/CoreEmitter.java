package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.CoreOp;
import dev.mortise.runtime.abi.recipe.MemoryAccess;
import dev.mortise.runtime.core.CoreValType.Num;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the operations on core values and on memory. */
final class CoreEmitter {
  private final Body body;

  CoreEmitter(Body body) {
    this.body = body;
  }

  void run(CoreOp op) {
    switch (op) {
      case CoreOp.Constant constant -> constant(constant);
      case CoreOp.Coerce coerce -> coerce(coerce.from(), coerce.to());
      case CoreOp.Offset offset -> {
        body.push(offset.byteOffset());
        body.code().visitInsn(Opcodes.IADD);
      }
      case CoreOp.LoadScalar load -> {
        body.push(load.byteOffset());
        body.memory();
        body.invokeStatic(
            Names.MEMORIES,
            "load" + suffix(load.access()),
            "(II" + Names.MEMORY_DESCRIPTOR + ")" + descriptor(load.access()));
      }
      case CoreOp.StoreScalar store -> {
        body.push(store.byteOffset());
        body.memory();
        body.invokeStatic(
            Names.MEMORIES,
            "store" + suffix(store.access()),
            "(I" + descriptor(store.access()) + "I" + Names.MEMORY_DESCRIPTOR + ")V");
      }
      case CoreOp.StoreRange store -> {
        body.push(store.byteOffset());
        body.memory();
        body.invokeStatic(Names.MEMORIES, "storeRange", "(IIII" + Names.MEMORY_DESCRIPTOR + ")V");
      }
      case CoreOp.CheckArea check -> {
        int address = body.store(Type.INT_TYPE);
        body.context();
        body.load(Type.INT_TYPE, address);
        body.push(check.alignmentBytes());
        body.push(check.byteLength());
        body.invokeVirtual(Names.CONTEXT, "checkArea", "(III)V");
      }
      case CoreOp.Allocate allocate -> {
        body.context();
        body.push(allocate.alignmentBytes());
        body.push(allocate.byteLength());
        body.invokeVirtual(Names.CONTEXT, "allocate", "(II)I");
      }
      case CoreOp.Input input -> throw new AssertionError(input);
      case CoreOp.Call call -> throw new AssertionError(call);
    }
  }

  private void constant(CoreOp.Constant constant) {
    switch (constant.type()) {
      case I32 -> body.push((int) constant.bits());
      case I64 -> body.code().visitLdcInsn(constant.bits());
      case F32 -> body.code().visitLdcInsn(Float.intBitsToFloat((int) constant.bits()));
      case F64 -> body.code().visitLdcInsn(Double.longBitsToDouble(constant.bits()));
      case V128 -> throw new AssertionError(constant);
    }
  }

  private void coerce(List<Num> from, List<Num> to) {
    Type[] types = from.stream().map(Forms::core).toArray(Type[]::new);
    int[] locals = body.storeAll(types);
    for (int i = 0; i < types.length; i++) {
      body.load(types[i], locals[i]);
      coerce(from.get(i), to.get(i));
    }
  }

  /** Takes the bits of a value as another type. */
  private void coerce(Num from, Num to) {
    if (from == to) {
      return;
    }
    switch (from) {
      case F32 -> body.invokeStatic("java/lang/Float", "floatToRawIntBits", "(F)I");
      case F64 -> body.invokeStatic("java/lang/Double", "doubleToRawLongBits", "(D)J");
      default -> {}
    }
    boolean wide = from == Num.I64 || from == Num.F64;
    switch (to) {
      case I32, F32 -> {
        if (wide) {
          body.code().visitInsn(Opcodes.L2I);
        }
        if (to == Num.F32) {
          body.invokeStatic("java/lang/Float", "intBitsToFloat", "(I)F");
        }
      }
      case I64, F64 -> {
        if (!wide) {
          body.invokeStatic("java/lang/Integer", "toUnsignedLong", "(I)J");
        }
        if (to == Num.F64) {
          body.invokeStatic("java/lang/Double", "longBitsToDouble", "(J)D");
        }
      }
      case V128 -> throw new AssertionError(to);
    }
  }

  private static String suffix(MemoryAccess access) {
    return access.name();
  }

  private String descriptor(MemoryAccess access) {
    return Forms.core(access.type()).getDescriptor();
  }
}
