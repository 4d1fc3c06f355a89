package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.compile.TypedSignatures;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.FuncType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes all the code of one plan: a class for each function that Java calls and for each that
 * calls Java, and those that implement the exported interfaces. The entry of this package.
 */
public final class PlanClasses {
  private static final System.Logger LOG = System.getLogger(PlanClasses.class.getName());

  private final LinkPlan plan;
  private final JavaModel model;
  private final HostSide host;
  private final boolean interpreting;
  private final String prefix;
  private final Forms forms;
  private final ResourceForms resources;
  private final SharedPrograms shared;
  private final CompiledTargets targets;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, GeneratedUnit.Source> sources = new LinkedHashMap<>();
  private final Map<Integer, Step.LiftFunction> liftSteps = new HashMap<>();
  private final PlanAbis abis = new PlanAbis();
  private final FusedCalls fused;
  private final List<GeneratedUnit.Lift> lifts = new ArrayList<>();
  private final List<GeneratedUnit.Lower> lowers = new ArrayList<>();
  private final List<GeneratedUnit.Method> methods = new ArrayList<>();
  private final Map<MethodDecl, UnitEmitter.Field> fields = new IdentityHashMap<>();
  private final Excluded excluded;

  private PlanClasses(
      LinkPlan plan,
      JavaModel model,
      HostSide host,
      boolean interpreting,
      String name,
      Excluded excluded) {
    this.excluded = excluded;
    this.plan = plan;
    this.model = model;
    this.host = host;
    this.interpreting = interpreting;
    prefix = Names.PREFIX + name + "_";
    forms = new Forms(model.types());
    resources = new ResourceForms(plan);
    shared = new SharedPrograms(prefix + "Programs", forms, resources);
    targets = new CompiledTargets(plan);
    fused = new FusedCalls(plan, prefix, targets, abis);
    for (Step step : plan.steps()) {
      if (step instanceof Step.LiftFunction lift) {
        liftSteps.put(lift.function(), lift);
      }
    }
  }

  /**
   * The code of a plan.
   *
   * @param model the Java form of the component's type
   * @param host what is known of the functions of the host
   * @param interpreting whether calls are left to the interpreter, but for those with handles
   * @param name what tells its classes from those of others
   */
  public static GeneratedUnit of(
      LinkPlan plan, JavaModel model, HostSide host, boolean interpreting, String name) {
    Excluded excluded = new Excluded();
    while (true) {
      int before = excluded.size();
      PlanClasses attempt = new PlanClasses(plan, model, host, interpreting, name, excluded);
      GeneratedUnit unit = attempt.generate();
      // A function that failed has left half of its code behind: begin again without it.
      if (excluded.size() == before) {
        for (GeneratedUnit.Fallback fallback : unit.fallbacks()) {
          LOG.log(
              System.Logger.Level.DEBUG,
              "{0} is interpreted: {1}",
              fallback.function(),
              fallback.why());
        }
        return unit;
      }
    }
  }

  /** A method that is exported, with the function that it is. */
  private record Export(MethodDecl method, Item.Func item) {}

  private GeneratedUnit generate() {
    fuseLinked();
    Map<InterfaceDecl, List<Export>> exports = new LinkedHashMap<>();
    WorldDecl world = model.world();
    for (WorldDecl.Accessor accessor : world.accessors()) {
      InterfaceDecl declaration = declaration(accessor.type());
      if (plan.exports().get(accessor.wit()) instanceof Item.Instance(Map<String, Item> items)) {
        exports.put(declaration, exports(declaration.types(), declaration.methods(), items));
      }
    }
    List<Export> own = exports(world.types(), world.methods(), plan.exports());
    List<Export> all = new ArrayList<>(own);
    exports.values().forEach(all::addAll);
    all.forEach(export -> excluded.attempt(export.method(), name(export), () -> learn(export)));
    lowerSteps()
        .forEach(
            lower -> excluded.attempt(lower, name(lower), () -> learn(lower, hostType(lower))));
    wrappers(exports.keySet());
    all.forEach(export -> excluded.attempt(export.method(), name(export), () -> lift(export)));
    lowerSteps().forEach(lower -> excluded.attempt(lower, name(lower), () -> lower(lower)));
    all.stream()
        .filter(export -> !fields.containsKey(export.method()))
        .forEach(
            export -> {
              fields.put(export.method(), UnitEmitter.Field.ofMethod(methods.size()));
              methods.add(new GeneratedUnit.Method(export.method(), export.item()));
            });
    List<GeneratedUnit.Fallback> fallbacks = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.LowerFunction lower
          && lower.callee() instanceof Item.Lifted callee) {
        fuse(lower, liftSteps.get(callee.function()), fallbacks);
      } else if (step instanceof Step.LowerFunction lower
          && lower.callee() instanceof Item.Host called
          && !host.typed().contains(called.slot())) {
        fallbacks.add(
            new GeneratedUnit.Fallback(
                name(lower), "the host supplies it as a function of values"));
      }
    }
    Set<Integer> lifted = new HashSet<>();
    lifts.forEach(lift -> lifted.add(lift.function()));
    unmapped("", plan.exports(), lifted, fallbacks);
    fallbacks.addAll(excluded.fallbacks());
    String unit = prefix + "Unit";
    List<UnitEmitter.Field> places = new ArrayList<>();
    lifts.forEach(lift -> places.add(UnitEmitter.Field.ofLift(lift.className())));
    methods.forEach(method -> places.add(fields.get(method.method())));
    classes.put(unit, UnitEmitter.emit(unit, places));
    ImplementationEmitter implementations =
        new ImplementationEmitter(unit, forms, fields, host.views());
    List<String> interfaces = new ArrayList<>();
    exports
        .keySet()
        .forEach(
            declaration -> {
              String self = prefix + "Interface" + interfaces.size();
              classes.put(
                  self,
                  implementations.implementation(self, declaration.name(), declaration.methods()));
              interfaces.add(self);
              resources(implementations, declaration.types());
            });
    resources(implementations, world.types());
    String worldClass = prefix + "World";
    classes.put(worldClass, implementations.world(worldClass, world));
    classes.putAll(fused.classes());
    sources.putAll(fused.sources());
    classes.put(prefix + "Programs", shared.finish());
    sources.put(prefix + "Programs", shared.source());
    String parts = prefix + "Parts";
    classes.put(
        parts,
        PartsEmitter.emit(
            parts, unit, lifts, methods, lowers, fused.made(), interfaces, worldClass));
    return new GeneratedUnit(
        classes,
        sources,
        lifts,
        lowers,
        fused.made(),
        methods,
        fallbacks,
        resources.wrappers(),
        resources.classes(),
        unit,
        parts,
        targets.loaders());
  }

  private static String name(Export export) {
    return "export " + export.method().wit();
  }

  private String name(Step.LowerFunction lower) {
    return lower.callee() instanceof Item.Host called
        ? "import " + String.join(" > ", plan.hostFunctions().get(called.slot()).path())
        : "call from core function " + lower.coreFunction();
  }

  /** Finds the exported functions that Java has no method for. */
  private void unmapped(
      String path,
      Map<String, Item> exports,
      Set<Integer> lifted,
      List<GeneratedUnit.Fallback> fallbacks) {
    exports.forEach(
        (label, item) -> {
          switch (item) {
            case Item.Lifted function -> {
              Step.LiftFunction step = liftSteps.get(function.function());
              if (step != null
                  && !lifted.contains(function.function())
                  && methods.stream().noneMatch(m -> m.function().equals(function))) {
                fallbacks.add(
                    new GeneratedUnit.Fallback(
                        "export " + path + label, "no Java form: " + step.type()));
              }
            }
            case Item.Instance instance ->
                unmapped(path + label + " > ", instance.exports(), lifted, fallbacks);
            default -> {}
          }
        });
  }

  private InterfaceDecl declaration(ClassName name) {
    return model.interfaces().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Export> exports(
      List<TypeDecl> types, List<MethodDecl> methods, Map<String, Item> items) {
    List<MethodDecl> all = new ArrayList<>(methods);
    for (TypeDecl type : types) {
      if (type instanceof ResourceDecl resource) {
        all.addAll(resource.methods());
      }
    }
    List<Export> exports = new ArrayList<>();
    for (MethodDecl method : all) {
      if (items.get(method.wit()) instanceof Item.Func func) {
        exports.add(new Export(method, func));
      } else {
        throw new IllegalStateException("no function for the export " + method.wit());
      }
    }
    return exports;
  }

  private Step.LiftFunction step(Export export) {
    if (export.item() instanceof Item.Lifted lifted) {
      return java.util.Objects.requireNonNull(liftSteps.get(lifted.function()));
    }
    throw new UnmappableTypeException("it is an import passed on");
  }

  private void learn(Export export) {
    Step.LiftFunction step = step(export);
    resources.learn(export.method().type(), step.type(), step.instance());
  }

  private void learn(Step.LowerFunction step, FuncType outside) {
    resources.learn(outside, step.type(), step.instance());
  }

  private List<Step.LowerFunction> lowerSteps() {
    List<Step.LowerFunction> steps = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.LowerFunction lower
          && lower.callee() instanceof Item.Host called
          && host.typed().contains(called.slot())
          && !fused.has(lower)) {
        steps.add(lower);
      }
    }
    return steps;
  }

  private FuncType hostType(Step.LowerFunction step) {
    return plan.hostFunctions().get(((Item.Host) step.callee()).slot()).type();
  }

  /** Finds the classes for handles to the component's own resources. */
  private void wrappers(Set<InterfaceDecl> exported) {
    Set<ClassName> made = new HashSet<>();
    List<TypeDecl> types = new ArrayList<>(model.world().types());
    exported.forEach(declaration -> types.addAll(declaration.types()));
    types.stream().filter(ResourceDecl.class::isInstance).forEach(t -> made.add(t.name()));
    resources.known().stream()
        .filter(type -> resources.isGuest(resources.number(type)))
        .forEach(
            type -> {
              ClassName name = model.types().declared(type);
              if (name != null && made.contains(name)) {
                resources.wrapper(resources.number(type), wrapper(name));
              }
            });
  }

  private String wrapper(ClassName resource) {
    return prefix + "Resource_" + resource.internalName().replace('/', '_').replace('$', '_');
  }

  private void resources(ImplementationEmitter implementations, List<TypeDecl> types) {
    for (TypeDecl type : types) {
      if (type instanceof ResourceDecl resource) {
        String self = wrapper(resource.name());
        classes.put(self, implementations.resource(self, resource.name(), resource.methods()));
      }
    }
  }

  private void lift(Export export) {
    Step.LiftFunction step = step(export);
    refuseWhenInterpreting(step.type());
    String self = prefix + "Lift" + lifts.size();
    LiftEmitter emitter =
        new LiftEmitter(
            self,
            shared,
            export.method(),
            viewsOf(export.method()),
            abis.of(export.method().type(), step.options().shape()),
            step.callee(),
            targets.find(step.callee()),
            step.options().postReturn() != null,
            targets.find(step.options().postReturn()));
    byte[] code = emitter.emit();
    shared.emitPending();
    classes.put(self, code);
    sources.put(self, emitter.source());
    lifts.add(new GeneratedUnit.Lift(step.function(), self, export.method()));
    fields.put(export.method(), UnitEmitter.Field.ofLift(self));
  }

  /** The methods with views that are a function, no two of the same descriptor. */
  private List<ViewMethod> viewsOf(MethodDecl method) {
    Map<String, ViewMethod> found = new LinkedHashMap<>();
    for (Views.Implemented implemented : host.views().implemented().values()) {
      for (ViewMethod view : implemented.methods()) {
        if (view.declared().equals(method)) {
          found.put(view.descriptor(), view);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void lower(Step.LowerFunction step) {
    refuseWhenInterpreting(step.type());
    int slot = ((Item.Host) step.callee()).slot();
    LinkPlan.HostFunction called = plan.hostFunctions().get(slot);
    HostMethods.Found found = HostMethods.find(model, called.path());
    String self = prefix + "Lower" + lowers.size();
    FuncAbi abi = abis.of(called.type(), step.options().shape());
    Views.HostView view = host.views().hosts().get(slot);
    ClassName target = view == null ? found.target() : view.target();
    LowerEmitter emitter =
        new LowerEmitter(
            self,
            shared,
            found.method().withType(called.type()),
            view == null ? null : view.method(),
            abi,
            TypedSignatures.of(PlanAbis.descriptor(abi)),
            target);
    byte[] code = emitter.emit();
    shared.emitPending();
    classes.put(self, code);
    sources.put(self, emitter.source());
    lowers.add(
        new GeneratedUnit.Lower(
            step.coreFunction(), self, slot, target, found.method().wit().startsWith("[method]")));
  }

  /** Writes a call between components; one that is too large is left to the interpreter. */
  private void fuse(
      Step.LowerFunction step,
      Step.@Nullable LiftFunction callee,
      List<GeneratedUnit.Fallback> fallbacks) {
    if (callee == null || interpreting || isAsync(step) || callee.options().shape().async()) {
      return;
    }
    String why = fused.inside(step, callee);
    if (why != null) {
      fallbacks.add(new GeneratedUnit.Fallback(name(step), why));
    }
  }

  /** Writes the calls of other components; what has no code goes by way of Java. */
  private void fuseLinked() {
    for (Step step : plan.steps()) {
      if (step instanceof Step.LowerFunction lower
          && lower.callee() instanceof Item.Host called
          && !isAsync(lower)) {
        LinkedFunction callee = host.linked().get(called.slot());
        String why = callee == null ? null : fused.across(lower, callee);
        if (why != null) {
          LOG.log(System.Logger.Level.DEBUG, "{0} passes Java values: {1}", name(lower), why);
        }
      }
    }
  }

  /** The interpreter has no Java objects for handles of the host. */
  private void refuseWhenInterpreting(FuncType type) {
    if (interpreting && !Borrows.handlesAreIn(type)) {
      throw new UnmappableTypeException("calls are interpreted, as it was asked for");
    }
  }

  private static boolean isAsync(Step.LowerFunction step) {
    return step.type().async() || step.options().shape().async();
  }
}
