package dev.mortise.classgen;

import dev.mortise.classgen.bridge.FunctionMethod;
import dev.mortise.classgen.bridge.GeneratedFunction;
import dev.mortise.classgen.bridge.MethodBridge;
import dev.mortise.classgen.bridge.MethodFunction;
import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.HostMethods;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import dev.mortise.runtime.generated.LiftPlaces;
import dev.mortise.runtime.generated.UnitParts;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.FunctionFactory;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.TypedHostFunction;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the code of a unit into one instance while it comes into being. */
final class GeneratedFunctions implements FunctionFactory {
  private final UnitParts parts;
  private final LiftPlaces places;
  private final HostTargets targets;
  private final UnitBridges bridges;
  private final LinkedWorld.Hosts hosts;
  private final ObjIntConsumer<Object> unit;
  private final Map<Integer, Lifted> lifted = new HashMap<>();
  private final Map<Integer, RuntimeFunction> functions = new HashMap<>();

  /**
   * The code of one instance.
   *
   * @param hosts what the instance calls
   */
  GeneratedFunctions(
      UnitParts parts,
      LiftPlaces places,
      HostTargets targets,
      UnitBridges bridges,
      LinkedWorld.Hosts hosts) {
    this.parts = parts;
    this.places = places;
    this.targets = targets;
    this.bridges = bridges;
    this.hosts = hosts;
    unit = parts.unit();
  }

  /**
   * The function for calls with values runs the same code as the typed one, unless the values of
   * its types cannot be turned into Java's.
   */
  @Override
  public RuntimeFunction lift(
      Step.LiftFunction step, Lifted made, Supplier<RuntimeFunction> interpreted) {
    made.context().attach(unit);
    lifted.put(step.function(), made);
    RuntimeFunction plain = interpreted.get();
    RuntimeFunction function = plain;
    for (int place : places.of(step.function())) {
      Object code = parts.lift(place, made);
      unit.accept(code, place);
      MethodBridge bridge = bridges.lift(place);
      if (bridge != null) {
        function = new GeneratedFunction(step.type(), made.context(), bridge, code, plain);
      }
    }
    functions.put(step.function(), function);
    return function;
  }

  /** A Java object for which there is no code is called by its methods' bridges. */
  @Override
  public RuntimeFunction callee(Step.LowerFunction step, RuntimeFunction callee) {
    if (callee instanceof TypedHostFunction typed
        && step.callee() instanceof Item.Host host
        && !targets.lowers(step.coreFunction())) {
      return host(host, typed);
    }
    return callee;
  }

  private RuntimeFunction host(Item.Host host, TypedHostFunction typed) {
    HostMethods.Found found = bridges.hostMethod(host.slot());
    MethodBridge bridge = found == null ? null : bridges.of(found.method());
    if (found == null || bridge == null) {
      RuntimeFunction other = hosts.function(typed.name(), typed.object());
      return other == null ? typed : other;
    }
    Class<?> target = bridges.find(found.target());
    boolean ofResource = found.method().wit().startsWith("[method]");
    Object object =
        ofResource
            ? typed.object()
            : HostTargets.adapt(typed, target, Objects.requireNonNull(target.getClassLoader()));
    return new MethodFunction(found.method(), bridge, target, hosts.object(object), unit);
  }

  @Override
  public HostCoreFunction.Body lower(
      Step.LowerFunction step,
      CanonicalContext context,
      RuntimeFunction callee,
      Supplier<HostCoreFunction.Body> interpreted) {
    context.attach(unit);
    TypedFunction made =
        switch (step.callee()) {
          case Item.Host host ->
              callee instanceof TypedHostFunction && targets.lowers(step.coreFunction())
                  ? parts.lower(step.coreFunction(), context, hosts.object(targets.of(host.slot())))
                  : null;
          case Item.Lifted function -> fused(step.coreFunction(), context, function.function());
        };
    return made == null ? interpreted.get() : made;
  }

  private @Nullable TypedFunction fused(int coreFunction, CanonicalContext context, int callee) {
    Lifted called = lifted.get(callee);
    return called == null ? null : parts.fused(coreFunction, context, called);
  }

  /**
   * The object of the world.
   *
   * @param hostFunctions what the host supplies, by slot
   */
  Object world(List<RuntimeFunction> hostFunctions) {
    List<GeneratedUnit.Method> methods = bridges.unit().methods();
    for (int i = 0; i < methods.size(); i++) {
      unit.accept(body(methods.get(i), hostFunctions), bridges.unit().lifts().size() + i);
    }
    return parts.world(unit);
  }

  /** What a method without code of its own does. */
  private Object body(GeneratedUnit.Method method, List<RuntimeFunction> hostFunctions) {
    String name = method.method().wit();
    MethodBridge bridge = bridges.of(method.method());
    RuntimeFunction function = function(method.function(), hostFunctions);
    return bridge == null || function == null
        ? FunctionMethod.unsupported(name)
        : new FunctionMethod(name, bridge, function, unit);
  }

  private @Nullable RuntimeFunction function(Item.Func item, List<RuntimeFunction> hostFunctions) {
    return switch (item) {
      case Item.Lifted made -> functions.get(made.function());
      case Item.Host host -> {
        RuntimeFunction function = hostFunctions.get(host.slot());
        yield function instanceof TypedHostFunction typed ? host(host, typed) : function;
      }
    };
  }
}
