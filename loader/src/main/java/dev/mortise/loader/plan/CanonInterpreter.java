package dev.mortise.loader.plan;

import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.CanonOption;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.validate.Resolved;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.plan.CanonBuiltin;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LiftOptions;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import java.util.List;

/** Interprets canonical definitions: each makes a function by a step of the plan. */
final class CanonInterpreter {
  private final LinkPlanner planner;
  private final PlanScope scope;

  CanonInterpreter(LinkPlanner planner, PlanScope scope) {
    this.planner = planner;
    this.scope = scope;
  }

  void define(Definition.CanonDef definition, Resolved resolved) {
    switch (definition.canon()) {
      case Canon.Lift lift -> {
        Resolved.Lift types = (Resolved.Lift) resolved;
        LiftOptions options = options(types.options(), lift.options(), definition.offset());
        int function = planner.newFunction();
        planner.add(
            new Step.LiftFunction(
                function,
                scope.instance,
                scope.coreFuncs.get((int) lift.callee().value()),
                types.type(),
                options));
        scope.funcs.add(new Item.Lifted(function));
      }
      case Canon.Lower lower -> {
        Resolved.Lower types = (Resolved.Lower) resolved;
        LiftOptions options = options(types.options(), lower.options(), definition.offset());
        int function = planner.newCoreFunction();
        planner.add(
            new Step.LowerFunction(
                function,
                scope.instance,
                scope.funcs.get((int) lower.callee().value()),
                types.type(),
                types.core(),
                options));
        scope.coreFuncs.add(new CoreItem.Made(function));
      }
      case Canon.Resource resource -> {
        Resolved.Builtin types = (Resolved.Builtin) resolved;
        if (!(types.type() instanceof ResourceType type)) {
          throw new AssertionError("validated before");
        }
        int function = planner.newCoreFunction();
        planner.add(
            new Step.ResourceFunction(
                function, scope.instance, resource.builtin(), scope.resource(type), types.core()));
        scope.coreFuncs.add(new CoreItem.Made(function));
      }
      case Canon.Plain plain -> builtin(plain.builtin(), 0, List.of(), definition, resolved);
      case Canon.TaskReturn canon ->
          builtin(CanonBuiltin.TASK_RETURN, 0, canon.options(), definition, resolved);
      case Canon.Context context ->
          builtin(context.builtin(), (int) context.slot(), List.of(), definition, resolved);
      case Canon.AsyncFlag flag ->
          builtin(flag.builtin(), 0, async(flag.async()), definition, resolved);
      case Canon.Typed typed -> builtin(typed.builtin(), 0, List.of(), definition, resolved);
      case Canon.CancelCopy cancel ->
          builtin(cancel.builtin(), 0, async(cancel.async()), definition, resolved);
      case Canon.Copy copy -> builtin(copy.builtin(), 0, copy.options(), definition, resolved);
      case Canon.ErrorContext context ->
          builtin(context.builtin(), 0, context.options(), definition, resolved);
      case Canon.WaitableSet set ->
          builtin(
              set.builtin(),
              0,
              List.of(new CanonOption.Memory(set.memory())),
              definition,
              resolved);
      case Canon.ThreadNewIndirect thread ->
          builtin(CanonBuiltin.THREAD_NEW_INDIRECT, 0, List.of(), definition, resolved);
      case Canon.ThreadSpawn spawn -> builtin(spawn.builtin(), 0, List.of(), definition, resolved);
      case Canon.ThreadAvailableParallelism parallelism ->
          builtin(CanonBuiltin.THREAD_AVAILABLE_PARALLELISM, 0, List.of(), definition, resolved);
    }
  }

  private static List<CanonOption> async(boolean async) {
    return async ? List.of(new CanonOption.Async()) : List.of();
  }

  private void builtin(
      CanonBuiltin builtin,
      int slot,
      List<CanonOption> options,
      Definition.CanonDef definition,
      Resolved resolved) {
    Resolved.Builtin types = (Resolved.Builtin) resolved;
    int function = planner.newCoreFunction();
    planner.add(
        new Step.BuiltinFunction(
            function,
            scope.instance,
            builtin,
            (ValType) types.type(),
            slot,
            types.core(),
            options(shape(options), options, definition.offset())));
    scope.coreFuncs.add(new CoreItem.Made(function));
  }

  /** What the options say of the shape. A 64-bit memory is refused where its module is taken in. */
  private static CanonicalOptions shape(List<CanonOption> options) {
    StringEncoding encoding = StringEncoding.UTF8;
    boolean async = false;
    for (CanonOption option : options) {
      if (option instanceof CanonOption.StringEncoding found) {
        encoding =
            switch (found) {
              case UTF8 -> StringEncoding.UTF8;
              case UTF16 -> StringEncoding.UTF16;
              case LATIN1_UTF16 -> StringEncoding.LATIN1_UTF16;
            };
      }
      async |= option instanceof CanonOption.Async;
    }
    return new CanonicalOptions(encoding, AddressWidth.BITS_32, async, false);
  }

  private LiftOptions options(CanonicalOptions shape, List<CanonOption> options, long offset) {
    if (shape.width() == AddressWidth.BITS_64) {
      throw LinkPlanner.unsupported("64-bit memories", offset);
    }
    CoreItem memory = null;
    CoreItem realloc = null;
    CoreItem postReturn = null;
    CoreItem callback = null;
    for (CanonOption option : options) {
      switch (option) {
        case CanonOption.StringEncoding encoding -> {}
        case CanonOption.Memory found ->
            memory = scope.coreMemories.get((int) found.memory().value());
        case CanonOption.Realloc found -> realloc = scope.coreFuncs.get((int) found.func().value());
        case CanonOption.PostReturn found ->
            postReturn = scope.coreFuncs.get((int) found.func().value());
        case CanonOption.Async async -> {}
        case CanonOption.Callback found ->
            callback = scope.coreFuncs.get((int) found.func().value());
        case CanonOption.CoreType type ->
            throw LinkPlanner.unsupported("the canonical option core-type", offset);
        case CanonOption.Gc gc -> throw LinkPlanner.unsupported("the canonical option gc", offset);
      }
    }
    return new LiftOptions(shape, memory, realloc, postReturn, callback);
  }
}
