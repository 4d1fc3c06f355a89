package dev.mortise.jdkmodulelayer.define;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.GeneratedInstance;
import dev.mortise.runtime.generated.ModuleGate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one module of a layer. It knows the packages of its own module and those that
 * the modules it reads export to it; anything else is its parent's. (Those that Java makes for a
 * layer cannot open a resource that is in memory.)
 */
final class ModuleLoader extends ClassLoader implements ModuleGate {
  static {
    registerAsParallelCapable();
  }

  private final String module;
  private final ModuleReference reference;
  private final Set<String> own;
  private final ClassLoader parent;
  private volatile Map<String, ClassLoader> remote = Map.of();
  private volatile @Nullable Exports exports;
  private volatile @Nullable Linkable linkable;
  private volatile @Nullable Supplier<GeneratedInstance> instance;
  private volatile ModuleLayer.@Nullable Controller controller;
  private volatile @Nullable GeneratedComponent component;
  private @Nullable ModuleReader reader;

  ModuleLoader(ModuleReference reference, ClassLoader parent) {
    super(reference.descriptor().name(), parent);
    this.reference = reference;
    this.parent = parent;
    module = reference.descriptor().name();
    own = reference.descriptor().packages();
  }

  /** The loaders of packages of other modules. */
  void link(Map<String, ClassLoader> packages) {
    remote = Map.copyOf(packages);
  }

  /**
   * Says what the component of this module offers to the code of others, and who may open its
   * packages for them.
   */
  void linkable(@Nullable Linkable offered, ModuleLayer.Controller opener) {
    linkable = offered;
    controller = opener;
  }

  /** What the component of this module offers to the code of others, or null when it is none. */
  @Nullable Linkable linkable() {
    return linkable;
  }

  /** The packages of the component's code, which its module does not export. */
  Set<String> internalPackages() {
    Linkable known = linkable;
    return known == null ? Set.of() : own.stream().filter(known::has).collect(toUnmodifiableSet());
  }

  /** Lets the code of one other component call that of this one, and nobody else. */
  void openTo(Module other) {
    ModuleLayer.Controller opener = Objects.requireNonNull(controller);
    internalPackages().forEach(name -> opener.addExports(self(), name, other));
  }

  /** The module. */
  Module self() {
    return Objects.requireNonNull(controller).layer().findModule(module).orElseThrow();
  }

  /** The layer's instance of the component. */
  GeneratedInstance instance() {
    return Objects.requireNonNull(instance).get();
  }

  /** What a component exports, by the names of interfaces, and how to get it. */
  private record Exports(Set<String> names, Function<Class<?>, Object> source) {}

  /** Says what the component of this module exports. */
  void provide(
      Set<String> names, Function<Class<?>, Object> source, Supplier<GeneratedInstance> singleton) {
    exports = new Exports(Set.copyOf(names), source);
    instance = singleton;
  }

  @Override
  public Set<String> exports() {
    Exports known = exports;
    return known == null ? Set.of() : known.names;
  }

  @Override
  public Object export(Class<?> contract) {
    Exports known = exports;
    if (known == null) {
      throw new IllegalStateException("module " + module + " is no component of a layer");
    }
    return known.source.apply(contract);
  }

  @Override
  public void enter(GeneratedComponent entered) {
    if (entered.getClass().getClassLoader() != this) {
      throw new IllegalArgumentException(entered.getClass() + " is not of module " + module);
    }
    component = entered;
  }

  /**
   * The component of this module.
   *
   * @param entry the generated class that hands it over when it is initialized
   */
  GeneratedComponent component(String entry) {
    try {
      Class<?> unused = Class.forName(entry, true, this);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(entry, e);
    }
    GeneratedComponent known = component;
    if (known == null) {
      throw new LinkageError(entry + " has handed nothing over");
    }
    return known;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known == null) {
        String packageName = packageOf(name);
        ClassLoader other = remote.get(packageName);
        if (own.contains(packageName)) {
          known = findClass(name);
        } else {
          known = (other == null ? parent : other).loadClass(name);
        }
      }
      if (resolve) {
        resolveClass(known);
      }
      return known;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = findClass(module, name);
    if (found == null) {
      throw new ClassNotFoundException(name + " in module " + module);
    }
    return found;
  }

  @Override
  protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
    if (!module.equals(moduleName) || !own.contains(packageOf(name))) {
      return null;
    }
    try (InputStream in = reader().open(name.replace('.', '/') + ".class").orElse(null)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " in module " + module, e);
    }
  }

  @Override
  protected @Nullable URL findResource(@Nullable String moduleName, String name)
      throws IOException {
    if (!module.equals(moduleName) || reader().find(name).isEmpty()) {
      return null;
    }
    return URL.of(uri(module, name), new Handler(this, name));
  }

  /** What {@link #getResource} finds in this module: what is no package's, or in an open one. */
  @Override
  protected @Nullable URL findResource(String name) {
    String packageName = ClassName.packageOf(name);
    boolean encapsulated = own.contains(packageName) && !name.endsWith(".class");
    try {
      return encapsulated && !isOpen(packageName) ? null : findResource(module, name);
    } catch (IOException e) {
      return null;
    }
  }

  private boolean isOpen(String packageName) {
    var descriptor = reference.descriptor();
    return descriptor.isOpen()
        || descriptor.isAutomatic()
        || descriptor.opens().stream()
            .anyMatch(o -> !o.isQualified() && o.source().equals(packageName));
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return Collections.enumeration(found == null ? List.of() : List.of(found));
  }

  static URI uri(String module, String name) {
    try {
      return new URI("mortise", null, "/" + module + "/" + name, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private synchronized ModuleReader reader() throws IOException {
    ModuleReader known = reader;
    if (known == null) {
      known = reference.open();
      reader = known;
    }
    return known;
  }

  /** Closes the module's file, if it is one; what is not loaded by then is not found. */
  synchronized void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? "" : className.substring(0, end);
  }

  /** Opens a resource of a module by its URL. */
  private static final class Handler extends URLStreamHandler {
    private final ModuleLoader loader;
    private final String name;

    Handler(ModuleLoader loader, String name) {
      this.loader = loader;
      this.name = name;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return loader
              .reader()
              .open(name)
              .orElseThrow(() -> new FileNotFoundException(url.toString()));
        }
      };
    }
  }
}
