package dev.mortise.esmintegration;

import dev.mortise.esmintegration.bridge.Bridge;
import dev.mortise.esmintegration.filesystem.FailureMemory;
import dev.mortise.esmintegration.filesystem.ModuleFileSystem;
import dev.mortise.esmintegration.filesystem.ModuleFiles;
import dev.mortise.esmintegration.graph.HostSupplier;
import dev.mortise.esmintegration.graph.Suppliers;
import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.load.ComponentStore;
import dev.mortise.esmintegration.load.HostImports;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.MortiseException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Lets the code of GraalJS contexts import components. For any number of contexts, from any thread;
 * each component is loaded and compiled once for all of them, and has one instance in each.
 *
 * <pre>{@code
 * ComponentModules modules = ComponentModules.builder().fileSystem(files).build();
 * Context.Builder builder = Context.newBuilder("js");
 * modules.configure(builder);                       // before the context is built
 * try (Context context = builder.build()) {
 *   modules.attach(context);                        // before any code runs in it
 *   context.eval(Source.newBuilder("js", new File("main.mjs")).build());
 * }
 * }</pre>
 *
 * <p>Nothing is granted by this but the components: files are read by the file system that was
 * given, and without one there is only what was registered. That needs no permission at all, not
 * even {@link #configure}: then it is evaluated by {@code attach}, in the order in which it was
 * registered but for what it imports, and is found by its registered names alone.
 */
public final class ComponentModules {
  private final ComponentStore store;
  private final ModuleFileSystem files;
  private final FailureMemory failures = new FailureMemory();
  private final String bridge = Bridge.newName();

  private ComponentModules(Builder builder) {
    Map<Component, Target.Whole> first = new IdentityHashMap<>();
    Map<String, Target.Whole> registered = new LinkedHashMap<>();
    Map<String, Component> components = new LinkedHashMap<>();
    builder.registered.forEach(
        (name, what) -> {
          switch (what) {
            case Registration.OfComponent(Component component) -> {
              components.put(name, component);
              registered.put(
                  name, first.computeIfAbsent(component, c -> new Target.Registered(name)));
            }
            case Registration.OfText(String text) ->
                registered.put(name, new Target.Text(name, text));
          }
        });
    HostImports imports = new HostImports(builder.imports);
    store = new ComponentStore(components, builder.options, imports, builder.types);
    files =
        ModuleFiles.of(
            builder.files,
            builder.importMap,
            registered,
            store,
            new Suppliers.Hosts(builder.hosts, imports),
            bridge,
            failures);
  }

  /** Begins with nothing: no file can be read, and nothing is registered. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Lets a context that will be built find modules. This sets what the context may read and write,
   * {@link Context.Builder#allowIO(IOAccess)}, to the file system that was given here.
   */
  public Context.Builder configure(Context.Builder builder) {
    return builder.allowIO(IOAccess.newBuilder().fileSystem(files).build());
  }

  /** The file system that finds modules, for an {@link IOAccess} that grants more besides. */
  public FileSystem fileSystem() {
    return files;
  }

  /**
   * Lets a context have instances of components. Call it once, before any other code runs in the
   * context: what it needs of JavaScript it takes before anybody can change it.
   *
   * @return what imports modules from Java
   * @throws MortiseException when registered components are evaluated at once, and one of them
   *     lacks an import
   */
  public ModuleLoader attach(Context context) {
    Bridge installed = Bridge.install(context, bridge, files, failures);
    if (!Bridge.isConfigured(context, files)) {
      Bridge.evaluate(context, files.reader().literals());
    }
    return new ModuleLoader(installed);
  }

  /**
   * What an error of JavaScript tells of, when it is one of ours: why a module was not found, which
   * import nobody supplies. Empty for all other errors, and for ours of long ago.
   */
  public Optional<MortiseException> failure(PolyglotException error) {
    String message = String.valueOf(error.getMessage());
    return failures.of(message.startsWith("Error: ") ? message.substring(7) : message);
  }

  /** How many components were loaded and compiled so far, for all contexts together. */
  public int loadedComponents() {
    return store.loaded();
  }

  private sealed interface Registration {
    record OfComponent(Component component) implements Registration {}

    record OfText(String text) implements Registration {}
  }

  /** Says what can be imported. */
  public static final class Builder {
    private final Map<String, Registration> registered = new LinkedHashMap<>();

    private final List<HostSupplier> hosts = new ArrayList<>();
    private FileSystem files = FileSystem.newDenyIOFileSystem();
    private ImportMap importMap = ImportMap.EMPTY;
    private LoadOptions options = LoadOptions.DEFAULT;
    private Supplier<Imports> imports = () -> Imports.NONE;
    private ClassLoader types = ComponentModules.class.getClassLoader();

    private Builder() {}

    /** What reads modules; what it does not let be read is not read. */
    public Builder fileSystem(FileSystem fileSystem) {
      files = fileSystem;
      return this;
    }

    /** What names mean. */
    public Builder importMap(ImportMap map) {
      importMap = map;
      return this;
    }

    /**
     * Makes a component a module of its own.
     *
     * @param specifier its name, such as {@code greeter}; if that is the name of an interface which
     *     the component exports, such as {@code docs:greeter/api}, the module is that interface
     */
    public Builder register(String specifier, Component component) {
      registered.put(specifier, new Registration.OfComponent(component));
      return this;
    }

    /**
     * Makes a text a JavaScript module, such as one that supplies an import of components in a
     * context which may not read files.
     *
     * @param specifier its name, such as {@code docs:text/log}
     * @param module its text; it stands nowhere, so that it imports by names alone
     */
    public Builder register(String specifier, String module) {
      registered.put(specifier, new Registration.OfText(module));
      return this;
    }

    /**
     * Supplies an import of components, which no module supplies, from Java.
     *
     * @param witName with a version, or without for all
     * @param object see {@link HostSupplier}
     */
    public Builder supply(String witName, Object object) {
      return supply(name -> name.equals(witName) ? object : null);
    }

    /** Supplies imports of components that no module supplies, after those before it. */
    public Builder supply(HostSupplier supplier) {
      hosts.add(supplier);
      return this;
    }

    /**
     * Supplies imports of components from Java by their types, to all instances the same: what no
     * module and no {@link #supply supplier} does. So {@code wasi.imports()} of the module {@code
     * wasi} grants components what its configuration says.
     */
    public Builder imports(Imports javaImports) {
      return imports(() -> javaImports);
    }

    /**
     * Supplies imports as {@link #imports(Imports)} does, which take long to make.
     *
     * @param javaImports asked once, when a component first imports what nobody else supplies
     */
    public Builder imports(Supplier<Imports> javaImports) {
      imports = javaImports;
      return this;
    }

    /**
     * Where the interfaces and data types of components are looked for before they are made, by
     * their Java names: the loader of the application's classes, when Mortise has another.
     *
     * @param loader finds the classes of Mortise as well
     */
    public Builder types(ClassLoader loader) {
      types = loader;
      return this;
    }

    /** How components are loaded. */
    public Builder loadOptions(LoadOptions loadOptions) {
      options = loadOptions;
      return this;
    }

    /** The modules. */
    public ComponentModules build() {
      return new ComponentModules(this);
    }
  }
}
