package dev.mortise.loader.validate;

import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What validation found out about one definition; the planner reads it beside the definition. */
public sealed interface Resolved {

  /** A core module, nested or aliased from outside, and its type. */
  record CoreModule(CoreModuleType type) implements Resolved {}

  /** A core instance and the types of its exports. */
  record CoreInstance(Map<String, CoreExternType> exports) implements Resolved {}

  /** A core type; nothing is left of it at run time. */
  record CoreType() implements Resolved {}

  /** An item that a core instance exports. */
  record CoreItem(CoreExternType type) implements Resolved {}

  /** A nested component. */
  record Component(ValidatedComponent component) implements Resolved {}

  /** A component aliased from outside. */
  record OuterComponent(ComponentType type) implements Resolved {}

  /** A component instance, its type as seen from here. */
  record Instance(InstanceType type) implements Resolved {}

  /** A type definition or alias. */
  record Type(DefType type) implements Resolved {}

  /** An imported, exported or aliased item. */
  record Item(ExternType type) implements Resolved {}

  /** A lifted function: its type, and the type of the core function below. */
  record Lift(FuncType type, CoreFuncType core, CanonicalOptions options) implements Resolved {}

  /** A lowered function: its type, and the type of the core function that is made of it. */
  record Lower(FuncType type, CoreFuncType core, CanonicalOptions options) implements Resolved {}

  /**
   * A canonical built-in.
   *
   * @param core the type of the core function
   * @param type the resource, stream or future type that it works on, or null
   */
  record Builtin(CoreFuncType core, @Nullable DefType type) implements Resolved {}

  /** A start function. */
  record Start(FuncType type) implements Resolved {}
}
