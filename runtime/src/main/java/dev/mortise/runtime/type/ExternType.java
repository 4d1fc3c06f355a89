package dev.mortise.runtime.type;

import dev.mortise.runtime.core.CoreModuleType;

/** The type of something that a component or an instance imports or exports. */
public sealed interface ExternType
    permits FuncType,
        InstanceType,
        ComponentType,
        ExternType.Module,
        ExternType.Type,
        ExternType.Value {

  /**
   * The sort in the specification's word: {@code func}, {@code instance}, {@code core module}, …
   */
  String kind();

  /** A core module. */
  record Module(CoreModuleType type) implements ExternType {
    @Override
    public String kind() {
      return "core module";
    }
  }

  /**
   * A type: {@code (type (eq …))}, or {@code (type (sub resource))} when the type is a resource
   * that this very import or export introduces.
   */
  record Type(DefType type) implements ExternType {
    @Override
    public String kind() {
      return "type";
    }
  }

  /** A value (gated feature). */
  record Value(ValType type) implements ExternType {
    @Override
    public String kind() {
      return "value";
    }
  }
}
