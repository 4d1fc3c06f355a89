package dev.mortise.classgen.jar;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.HostSide;
import dev.mortise.classgen.call.LinkedFunction;
import dev.mortise.classgen.call.LinkedFunctions;
import dev.mortise.classgen.call.PlanClasses;
import dev.mortise.classgen.emit.DeclarationEmitter;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.compile.GuestLoader;
import dev.mortise.loader.compile.PrecompiledModule;
import dev.mortise.loader.compile.PrecompilingEngine;
import dev.mortise.loader.plan.HostUnits;
import dev.mortise.loader.plan.LinkPlanner;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All the classes of a component, for another process to run: the declarations that its callers
 * see, and an implementation that needs nothing but {@code mortise-runtime}, which makes no
 * classes. The same bytes give the same classes.
 *
 * @param model the declarations
 * @param declarations their class files, by internal name
 * @param implementation the other class files, by internal name
 * @param resources the core modules without the code that was compiled, by path
 * @param listings what the line numbers of the implementation's classes point into, by path
 * @param warnings what works less well than the rest, or not at all: the functions that are
 *     interpreted or cannot be called, each with the reason
 * @param exports the functions that code of other components can call from memory to memory, by
 *     their paths
 */
public record ComponentClasses(
    JavaModel model,
    Map<String, byte[]> declarations,
    Map<String, byte[]> implementation,
    Map<String, byte[]> resources,
    Map<String, String> listings,
    List<String> warnings,
    Map<List<String>, LinkedFunction> exports) {
  /** The package of what nobody but the declarations calls, below that of the world. */
  static final String INTERNAL = "internal";

  /** The name with which the classes of calls begin; as at run time, but that it is always one. */
  private static final String CALLS = "Calls";

  public ComponentClasses {
    declarations = Collections.unmodifiableMap(new TreeMap<>(declarations));
    implementation = Collections.unmodifiableMap(new TreeMap<>(implementation));
    resources = Collections.unmodifiableMap(new TreeMap<>(resources));
    listings = Collections.unmodifiableMap(new TreeMap<>(listings));
    warnings = List.copyOf(warnings);
    exports = Map.copyOf(exports);
  }

  /**
   * Generates the classes of a component whose imports are Java objects.
   *
   * @see #of(byte[], String, String, LoadOptions, LinkedImports)
   */
  public static ComponentClasses of(byte[] bytes, String fileName, @Nullable String packageName) {
    return of(bytes, fileName, packageName, LoadOptions.DEFAULT, LinkedImports.NONE);
  }

  /**
   * Generates the classes of a component.
   *
   * @param bytes the component
   * @param fileName names the world: {@code greeter.wasm} is {@code greeter.Greeter}
   * @param packageName the package of the world, or null for one of the file's name
   * @param options how it is read; its code is compiled whatever they say
   * @param imports the functions of other components that are called from memory to memory
   * @throws dev.mortise.runtime.error.MortiseException when it is no component, is invalid, or asks
   *     for what cannot run
   */
  public static ComponentClasses of(
      byte[] bytes,
      String fileName,
      @Nullable String packageName,
      LoadOptions options,
      LinkedImports imports) {
    PrecompilingEngine engine = new PrecompilingEngine();
    Component component = Component.load(bytes, options.withEngine(engine));
    JavaModel declared = JavaMapping.of(component.type(), fileName, packageName);
    ClassName world = declared.world().name();
    String internal = world.packageName() + "." + INTERNAL;
    ClassName entry = ClassName.of(internal, "Component");
    JavaModel model =
        declared.withEntry(new JavaModel.Entry(entry)).withDocs(JavaModel.Said.of(component));
    LinkPlan plan = LinkPlanner.plan(component.closure(), HostUnits.NONE);
    // In the order of the plan, so that they have the same numbers each time.
    plan.steps().forEach(ComponentClasses::compile);
    GeneratedUnit unit =
        PlanClasses.of(
            plan,
            model,
            new HostSide(
                IntStream.range(0, plan.hostFunctions().size()).boxed().collect(Collectors.toSet()),
                imports.bySlot(plan),
                Views.NONE),
            false,
            CALLS);
    Map<String, byte[]> classes = new TreeMap<>(unit.classes());
    Map<String, byte[]> resources = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    String guest = GuestLoader.PACKAGES.replace('.', '/');
    String folder = internal.replace('.', '/');
    for (PrecompiledModule module : engine.modules()) {
      classes.putAll(module.classes());
      resources.put(folder + "/" + module.file(), module.stripped());
      if (module.interpretedFunctions() > 0) {
        warnings.add(
            module.interpretedFunctions()
                + " functions of the core module at 0x"
                + Long.toHexString(module.offset())
                + " are too large to compile, and are interpreted");
      }
    }
    unit.fallbacks().forEach(fallback -> warnings.add(fallback.function() + ": " + fallback.why()));
    String planClass = guest + "Plan";
    String componentClass = guest + entry.simpleName();
    classes.put(
        planClass, PlanEmitter.emit(planClass, PlanPruner.prune(plan, unit, baseName(fileName))));
    classes.put(
        componentClass,
        ComponentEmitter.emit(componentClass, planClass, unit.parts(), model.imports()));
    Map<String, String> listings = new TreeMap<>();
    unit.sources()
        .forEach(
            (name, source) ->
                listings.put(
                    name.replace(guest, folder + "/") + "." + source.file(), source.text()));
    return new ComponentClasses(
        model,
        DeclarationEmitter.emit(model),
        Relocation.relocate(classes, folder),
        resources,
        listings,
        warnings,
        exports(plan, unit, folder + "/"));
  }

  private static Map<List<String>, LinkedFunction> exports(
      LinkPlan plan, GeneratedUnit unit, String folder) {
    Map<List<String>, LinkedFunction> moved = new HashMap<>();
    LinkedFunctions.of(plan, unit)
        .forEach(
            (path, function) ->
                moved.put(path, function.renamed(name -> Relocation.name(name, folder))));
    return moved;
  }

  /** What messages call the component. */
  private static String baseName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private static void compile(Step step) {
    if (step instanceof Step.InstantiateModule instantiate) {
      var unused = instantiate.module().load();
    }
  }

  /** Class files and resources by path, as they stand in a jar or on a class path. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>(resources);
    declarations.forEach((name, bytes) -> files.put(name + ".class", bytes));
    implementation.forEach((name, bytes) -> files.put(name + ".class", bytes));
    return files;
  }
}
