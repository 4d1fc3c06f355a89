package dev.mortise.runtime.generated;

import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.FunctionFactory;
import dev.mortise.runtime.instance.RuntimeCaller;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.value.ComponentValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts code that was made ahead of time into one instance while it comes into being. */
final class UnitFunctions implements FunctionFactory {
  private final UnitParts parts;
  private final LinkPlan plan;
  private final Object[] targets;
  private final LinkedCallees callees;
  private final LiftPlaces places;
  private final ObjIntConsumer<Object> unit;
  private final Map<Integer, Lifted> lifted = new HashMap<>();

  /**
   * The functions of an instance.
   *
   * @param places where its lifted functions are
   * @param targets the objects whose methods the host's functions are, by slot
   * @param callees those of them that are functions of other instances
   */
  UnitFunctions(
      LinkPlan plan, UnitParts parts, LiftPlaces places, Object[] targets, LinkedCallees callees) {
    this.plan = plan;
    this.parts = parts;
    this.targets = targets;
    this.callees = callees;
    this.places = places;
    unit = parts.unit();
  }

  /** The instance, when all its functions are made. */
  GeneratedInstance instance() {
    return new GeneratedInstance(world(), lifted);
  }

  private Object world() {
    String[] names = parts.withoutCode();
    for (int i = 0; i < names.length; i++) {
      unit.accept(missing("export " + names[i]), places.count() + i);
    }
    return parts.world(unit);
  }

  @Override
  public RuntimeFunction lift(
      Step.LiftFunction step, Lifted made, Supplier<RuntimeFunction> interpreted) {
    made.context().attach(unit);
    lifted.put(step.function(), made);
    for (int place : places.of(step.function())) {
      unit.accept(parts.lift(place, made), place);
    }
    return new Later(interpreted);
  }

  @Override
  public HostCoreFunction.Body lower(
      Step.LowerFunction step,
      CanonicalContext context,
      RuntimeFunction callee,
      Supplier<HostCoreFunction.Body> interpreted) {
    context.attach(unit);
    return switch (step.callee()) {
      case Item.Host host -> {
        TypedFunction made = linked(step, context, host.slot());
        if (made == null) {
          made = parts.lower(step.coreFunction(), context, targets[host.slot()]);
        }
        yield made == null ? UnitFunctions::unsupported : made;
      }
      case Item.Lifted function -> {
        Lifted called = lifted.get(function.function());
        TypedFunction made =
            called == null ? null : parts.fused(step.coreFunction(), context, called);
        yield made == null ? interpreted.get() : made;
      }
    };
  }

  /** The code of a call to another instance, if its function is one. */
  private @Nullable TypedFunction linked(
      Step.LowerFunction step, CanonicalContext context, int slot) {
    Lifted callee = callees.find(plan.hostFunctions().get(slot).path());
    return callee == null ? null : parts.fused(step.coreFunction(), context, callee);
  }

  private static long[] unsupported(long[] arguments) {
    throw unsupported("a function of the host");
  }

  private static Function<Object[], Object> missing(String name) {
    return arguments -> {
      throw unsupported(name);
    };
  }

  private static UnsupportedComponentException unsupported(String name) {
    return new UnsupportedComponentException(
        Diagnostic.of("unsupported-ahead-of-time", name)
            .because("no code could be made for it, and nothing is interpreted here")
            .withHint("`mortise jar` says why; load the component at run time instead"));
  }

  /**
   * A function that only calls between components for which there is no code run as the interpreter
   * does: made at the first of them.
   */
  private static final class Later implements RuntimeFunction {
    private final Supplier<RuntimeFunction> interpreted;
    private @Nullable RuntimeFunction made;

    Later(Supplier<RuntimeFunction> interpreted) {
      this.interpreted = interpreted;
    }

    @Override
    public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
      RuntimeFunction function = made;
      if (function == null) {
        function = interpreted.get();
        made = function;
      }
      return function.call(arguments, caller);
    }
  }
}
