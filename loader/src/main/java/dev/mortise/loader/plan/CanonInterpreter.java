package dev.mortise.loader.plan;

import dev.mortise.loader.abi.layout.AddressWidth;
import dev.mortise.loader.abi.layout.CanonicalOptions;
import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.CanonOption;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.type.ResourceType;
import dev.mortise.loader.validate.Resolved;
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
      default ->
          throw LinkPlanner.unsupported("canon " + name(definition.canon()), definition.offset());
    }
  }

  private static String name(Canon canon) {
    return switch (canon) {
      case Canon.Plain plain -> plain.builtin().toString();
      case Canon.TaskReturn taskReturn -> "task.return";
      case Canon.Context context -> context.builtin().toString();
      case Canon.AsyncFlag flag -> flag.builtin().toString();
      case Canon.Typed typed -> typed.builtin().toString();
      case Canon.CancelCopy cancel -> cancel.builtin().toString();
      case Canon.Copy copy -> copy.builtin().toString();
      case Canon.ErrorContext errorContext -> errorContext.builtin().toString();
      case Canon.WaitableSet set -> set.builtin().toString();
      case Canon.ThreadNewIndirect thread -> "thread.new-indirect";
      case Canon.ThreadSpawn spawn -> spawn.builtin().toString();
      case Canon.ThreadAvailableParallelism parallelism -> "thread.available-parallelism";
      case Canon.Resource resource -> resource.builtin().toString();
      case Canon.Lift lift -> "lift";
      case Canon.Lower lower -> "lower";
    };
  }

  private LiftOptions options(CanonicalOptions shape, List<CanonOption> options, long offset) {
    if (shape.async()) {
      throw LinkPlanner.unsupported("the canonical option async", offset);
    }
    if (shape.width() == AddressWidth.BITS_64) {
      throw LinkPlanner.unsupported("64-bit memories", offset);
    }
    CoreItem memory = null;
    CoreItem realloc = null;
    CoreItem postReturn = null;
    for (CanonOption option : options) {
      switch (option) {
        case CanonOption.StringEncoding encoding -> {}
        case CanonOption.Memory found ->
            memory = scope.coreMemories.get((int) found.memory().value());
        case CanonOption.Realloc found -> realloc = scope.coreFuncs.get((int) found.func().value());
        case CanonOption.PostReturn found ->
            postReturn = scope.coreFuncs.get((int) found.func().value());
        case CanonOption.Async async -> throw new AssertionError("refused before");
        case CanonOption.Callback callback -> throw new AssertionError("refused before");
        case CanonOption.CoreType type ->
            throw LinkPlanner.unsupported("the canonical option core-type", offset);
        case CanonOption.Gc gc -> throw LinkPlanner.unsupported("the canonical option gc", offset);
      }
    }
    return new LiftOptions(shape, memory, realloc, postReturn);
  }
}
