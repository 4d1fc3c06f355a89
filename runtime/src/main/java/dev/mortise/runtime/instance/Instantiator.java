package dev.mortise.runtime.instance;

import dev.mortise.runtime.engine.CoreExtern;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreInstance;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.instance.builtin.Builtins;
import dev.mortise.runtime.plan.ComponentItem;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out a plan: the entry of this package. */
public final class Instantiator {
  private final LinkPlan plan;
  private final FunctionAbis abis;
  private final List<RuntimeFunction> hostFunctions;
  private final FunctionFactory factory;
  private final Store store;
  private final RuntimeInstance[] instances;
  private final CoreInstance[] coreInstances;
  private final RuntimeResource[] resources;
  private final RuntimeFunction[] functions;
  private final CoreFunction[] coreFunctions;

  private Instantiator(
      LinkPlan plan,
      FunctionAbis abis,
      List<RuntimeFunction> hostFunctions,
      List<RuntimeResource> hostResources,
      FunctionFactory factory,
      Store store) {
    this.plan = plan;
    this.abis = abis;
    this.hostFunctions = hostFunctions;
    this.factory = factory;
    this.store = store;
    LinkPlan.Counts counts = plan.counts();
    instances = new RuntimeInstance[counts.instances()];
    coreInstances = new CoreInstance[counts.coreInstances()];
    resources = new RuntimeResource[counts.resources()];
    functions = new RuntimeFunction[counts.functions()];
    coreFunctions = new CoreFunction[counts.coreFunctions()];
    for (int i = 0; i < hostResources.size(); i++) {
      resources[plan.hostResources().get(i).resource()] = hostResources.get(i);
    }
  }

  /**
   * Instantiates a component.
   *
   * @param abis the Canonical ABI of the plan's functions, shared by all instances of it
   * @param hostFunctions what the host supplies, by slot
   * @param hostResources the resource types of the host, in the plan's order
   * @param handles makes the handles that come to the host
   * @param factory generated code for the functions, if there is any
   * @return what the instance exports
   */
  public static Map<String, RuntimeItem> instantiate(
      LinkPlan plan,
      FunctionAbis abis,
      List<RuntimeFunction> hostFunctions,
      List<RuntimeResource> hostResources,
      HandleMaker handles,
      FunctionFactory factory) {
    Store store = new Store(handles);
    store.acquire();
    try {
      return new Instantiator(plan, abis, hostFunctions, hostResources, factory, store).run();
    } finally {
      store.release();
    }
  }

  private Map<String, RuntimeItem> run() {
    for (Step step : plan.steps()) {
      carryOut(step);
    }
    Map<String, RuntimeItem> exports = new LinkedHashMap<>();
    plan.exports().forEach((name, item) -> exports.put(name, runtimeItem(item)));
    return exports;
  }

  private void carryOut(Step step) {
    switch (step) {
      case Step.CreateInstance create -> {
        RuntimeInstance parent = create.parent() < 0 ? null : instances[create.parent()];
        ResourceView view = new ResourceView(plan.views().get(create.instance()), resources);
        instances[create.instance()] = new RuntimeInstance(store, parent, create.name(), view);
      }
      case Step.DefineResource define -> {
        RuntimeInstance instance = instances[define.instance()];
        String name = define.name();
        resources[define.resource()] =
            RuntimeResource.guest(
                name == null ? "resource" : name,
                instance,
                define.destructor() == null ? null : function(define.destructor()));
      }
      case Step.InstantiateModule instantiate -> instantiate(instantiate);
      case Step.LowerFunction lower -> coreFunctions[lower.coreFunction()] = lower(lower);
      case Step.LiftFunction lift -> functions[lift.function()] = lift(lift);
      case Step.ResourceFunction make ->
          coreFunctions[make.coreFunction()] =
              ResourceFunctions.make(
                  make.builtin(),
                  make.core(),
                  instances[make.instance()],
                  resources[make.resource()]);
      case Step.BuiltinFunction make ->
          coreFunctions[make.coreFunction()] =
              Builtins.make(
                  make,
                  new InstanceBuiltins(instances[make.instance()]),
                  memory(make.options().memory()),
                  functionOrNull(make.options().realloc()));
    }
  }

  private CoreFunction lower(Step.LowerFunction step) {
    RuntimeInstance instance = instances[step.instance()];
    RuntimeFunction callee = function(step.callee());
    CoreMemory memory = memory(step.options().memory());
    CoreFunction realloc = functionOrNull(step.options().realloc());
    Supplier<HostCoreFunction.Body> interpreted =
        () ->
            new LoweredFunction(
                abis.of(step.type(), step.options().shape()),
                instance,
                factory.callee(step, callee),
                memory,
                realloc);
    return new HostCoreFunction(
        "canon lower",
        step.core(),
        step.options().shape().async()
                || step.type().async()
                || factory == FunctionFactory.INTERPRETER
            ? interpreted.get()
            : factory.lower(
                step,
                new CanonicalContext(instance, resources, null, memory, realloc),
                callee,
                interpreted));
  }

  private RuntimeFunction lift(Step.LiftFunction step) {
    RuntimeInstance instance = instances[step.instance()];
    CoreFunction callee = function(step.callee());
    CoreMemory memory = memory(step.options().memory());
    CoreFunction realloc = functionOrNull(step.options().realloc());
    CoreFunction postReturn = functionOrNull(step.options().postReturn());
    boolean isAsync = step.options().shape().async();
    Supplier<RuntimeFunction> interpreted =
        () ->
            new LiftedFunction(
                abis.of(step.type(), step.options().shape()),
                instance,
                callee,
                memory,
                realloc,
                postReturn,
                isAsync
                    ? new AsyncLift(instance, functionOrNull(step.options().callback()))
                    : null);
    if (isAsync || step.type().async() || factory == FunctionFactory.INTERPRETER) {
      return interpreted.get();
    }
    CanonicalContext context = new CanonicalContext(instance, resources, callee, memory, realloc);
    return factory.lift(step, new FunctionFactory.Lifted(context, callee, postReturn), interpreted);
  }

  private void instantiate(Step.InstantiateModule step) {
    RuntimeInstance instance = instances[step.instance()];
    List<CoreExtern> arguments = new ArrayList<>();
    step.arguments().forEach(argument -> arguments.add(extern(argument)));
    // A start function runs in the instance: what it calls out to sees it entered.
    coreInstances[step.coreInstance()] =
        instance.run(instance, () -> step.module().load().instantiate(arguments));
  }

  private CoreExtern extern(CoreItem item) {
    return switch (item) {
      case CoreItem.Made made -> coreFunctions[made.function()];
      case CoreItem.Export export -> {
        CoreExtern found = coreInstances[export.instance()].exports().get(export.name());
        if (found == null) {
          throw new AssertionError("no core export " + export.name());
        }
        yield found;
      }
    };
  }

  private CoreFunction function(CoreItem item) {
    return (CoreFunction) extern(item);
  }

  private @Nullable CoreFunction functionOrNull(@Nullable CoreItem item) {
    return item == null ? null : function(item);
  }

  private @Nullable CoreMemory memory(@Nullable CoreItem item) {
    return item == null ? null : (CoreMemory) extern(item);
  }

  private RuntimeFunction function(Item.Func item) {
    return switch (item) {
      case Item.Lifted lifted -> functions[lifted.function()];
      case Item.Host host -> hostFunctions.get(host.slot());
    };
  }

  private RuntimeItem runtimeItem(Item item) {
    return switch (item) {
      case Item.Func func -> new RuntimeItem.Func(function(func));
      case Item.Instance instance -> {
        Map<String, RuntimeItem> exports = new LinkedHashMap<>();
        instance.exports().forEach((name, export) -> exports.put(name, runtimeItem(export)));
        yield new RuntimeItem.Instance(exports);
      }
      case Item.Type type -> {
        Integer resource = type.resource();
        yield resource == null
            ? new RuntimeItem.Type()
            : new RuntimeItem.Resource(resources[resource]);
      }
      case ModuleItem module -> new RuntimeItem.Module(module);
      case ComponentItem component -> new RuntimeItem.Component(component);
    };
  }
}
