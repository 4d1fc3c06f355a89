package dev.mortise.runtime.plan;

import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side effect of an instantiation. Numbers count within the plan, each kind from 0: component
 * instances, core instances, resources, lifted functions, made core functions.
 */
public sealed interface Step {

  /**
   * A component instance comes into being: its handle table and its flags. Messages call it {@code
   * name} inside its parent.
   */
  record CreateInstance(int instance, int parent, String name) implements Step {}

  /** A core module is instantiated, with one argument for each of its imports. */
  record InstantiateModule(
      int coreInstance, ModuleItem module, List<CoreItem> arguments, int instance) implements Step {
    public InstantiateModule {
      arguments = List.copyOf(arguments);
    }
  }

  /** A resource type comes into being, which {@code instance} defines. */
  record DefineResource(
      int resource,
      int instance,
      CoreValType.Num rep,
      @Nullable CoreItem destructor,
      @Nullable String name)
      implements Step {
    /** The step for a resource that messages call so. */
    public DefineResource named(@Nullable String name) {
      return new DefineResource(resource, instance, rep, destructor, name);
    }
  }

  /** A core function is made of a component-level one: {@code canon lower}. */
  record LowerFunction(
      int coreFunction,
      int instance,
      Item.Func callee,
      FuncType type,
      CoreFuncType core,
      LiftOptions options)
      implements Step {}

  /** A component-level function is made of a core one: {@code canon lift}. */
  record LiftFunction(
      int function, int instance, CoreItem callee, FuncType type, LiftOptions options)
      implements Step {}

  /**
   * A core function that works on handles: {@code canon resource.new}, {@code .drop}, {@code .rep}.
   */
  record ResourceFunction(
      int coreFunction, int instance, CanonBuiltin builtin, int resource, CoreFuncType core)
      implements Step {}

  /**
   * A core function that works on tasks, waitables, streams, error contexts or threads: any other
   * canonical built-in.
   *
   * @param type the stream or future type that it works on, or what {@code task.return} passes on;
   *     null when there is none
   * @param slot which one {@code context.get} and {@code context.set} mean, else 0
   */
  record BuiltinFunction(
      int coreFunction,
      int instance,
      CanonBuiltin builtin,
      @Nullable ValType type,
      int slot,
      CoreFuncType core,
      LiftOptions options)
      implements Step {}
}
