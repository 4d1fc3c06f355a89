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
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.recipe.Recipes;
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
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Type;

/**
 * Writes all the code of one plan: a class for each function that Java calls and for each that
 * calls Java, and those that implement the exported interfaces. The entry of this package.
 */
public final class PlanClasses {
  private static final System.Logger LOG = System.getLogger(PlanClasses.class.getName());

  private final LinkPlan plan;
  private final JavaModel model;
  private final Set<Integer> typedSlots;
  private final Views views;
  private final String prefix;
  private final Forms forms;
  private final ResourceForms resources;
  private final SharedPrograms shared;
  private final CompiledTargets targets;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, GeneratedUnit.Source> sources = new LinkedHashMap<>();
  private final Map<Integer, Step.LiftFunction> liftSteps = new HashMap<>();
  private final Map<CanonicalOptions, Recipes> recipes = new HashMap<>();
  private final List<GeneratedUnit.Lift> lifts = new ArrayList<>();
  private final List<GeneratedUnit.Lower> lowers = new ArrayList<>();
  private final List<GeneratedUnit.Fused> fused = new ArrayList<>();
  private final List<GeneratedUnit.Method> methods = new ArrayList<>();
  private final Map<MethodDecl, UnitEmitter.Field> fields = new IdentityHashMap<>();
  private final Excluded excluded;

  private PlanClasses(
      LinkPlan plan,
      JavaModel model,
      Set<Integer> typedSlots,
      Views views,
      String name,
      Excluded excluded) {
    this.excluded = excluded;
    this.plan = plan;
    this.model = model;
    this.typedSlots = typedSlots;
    this.views = views;
    prefix = Names.PREFIX + name + "_";
    forms = new Forms(model.types());
    resources = new ResourceForms(plan);
    shared = new SharedPrograms(prefix + "Programs", forms, resources);
    targets = new CompiledTargets(plan);
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
   * @param typedSlots the functions of the host that are methods of Java objects
   * @param views the interfaces with views that the code implements or calls
   * @param name what tells its classes from those of others
   */
  public static GeneratedUnit of(
      LinkPlan plan, JavaModel model, Set<Integer> typedSlots, Views views, String name) {
    Excluded excluded = new Excluded();
    while (true) {
      int before = excluded.size();
      PlanClasses attempt = new PlanClasses(plan, model, typedSlots, views, name, excluded);
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
          && lower.callee() instanceof Item.Host host
          && !typedSlots.contains(host.slot())) {
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
    ImplementationEmitter implementations = new ImplementationEmitter(unit, forms, fields, views);
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
    classes.put(prefix + "Programs", shared.finish());
    sources.put(prefix + "Programs", shared.source());
    String parts = prefix + "Parts";
    classes.put(
        parts,
        PartsEmitter.emit(parts, unit, lifts, methods, lowers, fused, interfaces, worldClass));
    return new GeneratedUnit(
        classes,
        sources,
        lifts,
        lowers,
        fused,
        methods,
        fallbacks,
        resources.wrappers(),
        unit,
        parts,
        targets.loaders());
  }

  private static String name(Export export) {
    return "export " + export.method().wit();
  }

  private String name(Step.LowerFunction lower) {
    return lower.callee() instanceof Item.Host host
        ? "import " + String.join(" > ", plan.hostFunctions().get(host.slot()).path())
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
          && lower.callee() instanceof Item.Host host
          && typedSlots.contains(host.slot())) {
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

  private FuncAbi abi(FuncType type, CanonicalOptions options) {
    return FuncAbi.of(
        type,
        options,
        recipes.computeIfAbsent(
            CanonicalOptions.of(options.encoding(), options.width()),
            o -> new Recipes(o.encoding(), o.width())));
  }

  private void lift(Export export) {
    Step.LiftFunction step = step(export);
    String self = prefix + "Lift" + lifts.size();
    LiftEmitter emitter =
        new LiftEmitter(
            self,
            shared,
            export.method(),
            viewsOf(export.method()),
            abi(export.method().type(), step.options().shape()),
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
    for (Views.Implemented implemented : views.implemented().values()) {
      for (ViewMethod view : implemented.methods()) {
        if (view.declared().equals(method)) {
          found.put(view.descriptor(), view);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void lower(Step.LowerFunction step) {
    int slot = ((Item.Host) step.callee()).slot();
    LinkPlan.HostFunction host = plan.hostFunctions().get(slot);
    HostMethods.Found found = HostMethods.find(model, host.path());
    String self = prefix + "Lower" + lowers.size();
    FuncAbi abi = abi(host.type(), step.options().shape());
    Views.HostView view = views.hosts().get(slot);
    ClassName target = view == null ? found.target() : view.target();
    LowerEmitter emitter =
        new LowerEmitter(
            self,
            shared,
            found.method().withType(host.type()),
            view == null ? null : view.method(),
            abi,
            TypedSignatures.of(descriptor(abi)),
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
    if (callee == null
        || step.type().async()
        || step.options().shape().async()
        || callee.options().shape().async()) {
      return;
    }
    String self = prefix + "Fuse" + fused.size();
    FuncAbi abi = abi(step.type(), step.options().shape());
    FuseEmitter emitter =
        new FuseEmitter(
            self,
            abi,
            new FusedResources(plan, step.instance()),
            abi(callee.type(), callee.options().shape()),
            new FusedResources(plan, callee.instance()),
            TypedSignatures.of(descriptor(abi)),
            callee.callee(),
            targets.find(callee.callee()),
            callee.options().postReturn() != null,
            targets.find(callee.options().postReturn()));
    try {
      classes.put(self, emitter.emit());
      sources.put(self, emitter.source());
      fused.add(new GeneratedUnit.Fused(step.coreFunction(), self, callee.function()));
    } catch (TooLargeException | UnmappableTypeException | MethodTooLargeException e) {
      fallbacks.add(new GeneratedUnit.Fallback(name(step), String.valueOf(e.getMessage())));
    }
  }

  private static String descriptor(FuncAbi abi) {
    Type[] params =
        abi.lowerSignature().params().stream()
            .map(t -> Forms.core((dev.mortise.runtime.core.CoreValType.Num) t))
            .toArray(Type[]::new);
    Type result =
        abi.lowerSignature().results().isEmpty()
            ? Type.VOID_TYPE
            : Forms.core(
                (dev.mortise.runtime.core.CoreValType.Num) abi.lowerSignature().results().get(0));
    return Type.getMethodDescriptor(result, params);
  }
}
