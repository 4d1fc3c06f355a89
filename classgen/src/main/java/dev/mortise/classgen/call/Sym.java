package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.type.HandleType;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * What is known, while the code of a fused call is written, of a value that one component lifts and
 * another lowers. There is no object for it at run time: a value with parts is its parts, and what
 * lies in memory is lifted and lowered in one step when it is clear where it goes.
 */
sealed interface Sym {
  /** A core value, or one of the types that are core values: numbers, flags, enums. */
  record Core(Type type, int local) implements Sym {}

  /** A string in the source's memory. */
  record Text(StringEncoding encoding, int address, int length) implements Sym {}

  /** A list or a map in the source's memory. */
  record Range(ListOp load, int address, int length) implements Sym {}

  /** A list of fixed length in the source's memory. */
  record Fixed(ListOp load, int address) implements Sym {}

  /** An index of the source's table. */
  record Index(HandleType type, int local) implements Sym {}

  /** A value of parts. */
  record Parts(List<Sym> parts) implements Sym {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** A variant whose case is known at run time alone. */
  record Variant(AggregateOp.LiftVariant lift, int discriminant, List<Sym> captured)
      implements Sym {
    public Variant {
      captured = List.copyOf(captured);
    }

    /** The program of a case. */
    AbiProgram branch(int index) {
      return lift.cases().get(index);
    }
  }
}
