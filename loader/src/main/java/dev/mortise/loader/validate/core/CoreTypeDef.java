package dev.mortise.loader.validate.core;

import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreTypeId;
import dev.mortise.runtime.core.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an index of the core type index space can mean. */
public sealed interface CoreTypeDef {
  /** A module type. */
  record Module(CoreModuleType type) implements CoreTypeDef {}

  /** A type of core WebAssembly, with its canonical identity. */
  sealed interface Sub extends CoreTypeDef {
    /** The canonical identity. */
    CoreTypeId id();

    /** Whether no type may be declared below it. */
    boolean isFinal();
  }

  /** A function type. */
  record Func(CoreTypeId id, boolean isFinal, CoreFuncType type) implements Sub {}

  /** A structure type. */
  record Struct(CoreTypeId id, boolean isFinal, List<Field> fields) implements Sub {}

  /** An array type. */
  record Array(CoreTypeId id, boolean isFinal, Field element) implements Sub {}

  /**
   * A field.
   *
   * @param packed {@code i8} or {@code i16}, else null
   */
  record Field(@Nullable String packed, @Nullable CoreValType type, boolean mutable) {
    boolean matches(Field other) {
      if (mutable != other.mutable || packed != null || other.packed != null) {
        return equals(other);
      }
      return type != null
          && other.type != null
          && (mutable ? type.equals(other.type) : type.matches(other.type));
    }
  }
}
