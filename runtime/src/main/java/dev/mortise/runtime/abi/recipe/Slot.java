package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one operand of a program holds. */
public sealed interface Slot {

  /** A core value; a 32-bit one lies zero-extended in its word, a float as its bits. */
  record Core(Num type) implements Slot {
    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** A component value; two such slots are the same when their types are one object. */
  record Value(ValType type) implements Slot {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Value value && value.type.structure() == type.structure();
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(type.structure());
    }

    /** The kind of the type: the whole type may be as large as a program. */
    @Override
    public String toString() {
      return type.kind();
    }
  }

  /** A slot for each core type. */
  static List<Slot> core(List<Num> types) {
    return types.stream().<Slot>map(Core::new).toList();
  }

  /** A slot for each component-level type. */
  static List<Slot> values(List<ValType> types) {
    return types.stream().<Slot>map(Value::new).toList();
  }
}
