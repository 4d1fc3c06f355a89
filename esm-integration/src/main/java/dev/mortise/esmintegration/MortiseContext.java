package dev.mortise.esmintegration;

import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.jsbridge.JsRealm;
import dev.mortise.loader.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;

/**
 * A GraalJS context whose code can import components, made in one step.
 *
 * <pre>{@code
 * try (MortiseContext js = MortiseContext.newBuilder().folder(Path.of("scripts")).build()) {
 *   Value greeter = js.load("greeter.mjs");
 *   greeter.getMember("greet").execute("World");
 * }
 * }</pre>
 *
 * <p>Its code may read nothing but modules of the folders that were given, and reach nothing of
 * Java. Like a {@link Context} it is for one thread at a time.
 */
public final class MortiseContext implements AutoCloseable {
  private final ComponentModules modules;
  private final Context context;
  private final ModuleLoader loader;
  private final Optional<Path> folder;

  private MortiseContext(ComponentModules modules, Context context, Optional<Path> folder) {
    this.modules = modules;
    this.context = context;
    this.folder = folder;
    this.loader = modules.attach(context);
  }

  /** Begins with nothing: no folder can be read, and nothing is registered. */
  public static Builder newBuilder() {
    return new Builder();
  }

  /**
   * Imports a module, with its top-level awaits.
   *
   * @param specifier a registered name, one of the import map, or a file, relative to the first
   *     folder
   * @return its namespace object
   * @throws PolyglotException what the module throws, or why it was not found
   * @throws IllegalStateException when the module awaits what never happens
   */
  public Value load(String specifier) {
    boolean file = specifier.matches("[^:]*\\.(m?js|wasm|json)");
    String found =
        file && folder.isPresent() ? folder.get().resolve(specifier).toString() : specifier;
    return loader
        .load(found)
        .orElseThrow(() -> new IllegalStateException(specifier + " awaits what never happens"));
  }

  /** Evaluates a script or module in the context. */
  public Value eval(Source source) {
    return context.eval(source);
  }

  /** Evaluates a script in the context. */
  public Value eval(CharSequence script) {
    return context.eval("js", script);
  }

  /** The context itself. */
  public Context context() {
    return context;
  }

  /** What finds its modules. */
  public ComponentModules modules() {
    return modules;
  }

  /** Closes the context. */
  @Override
  public void close() {
    context.close();
  }

  /** Says what a context has. */
  public static final class Builder {
    private final ComponentModules.Builder modules = ComponentModules.builder();
    private final List<Path> folders = new ArrayList<>();
    private final List<Consumer<Context.Builder>> settings = new ArrayList<>();

    private Builder() {}

    /** Lets modules of a folder be read, and what lies beneath it. */
    public Builder folder(Path folder) {
      folders.add(folder.toAbsolutePath().normalize());
      return this;
    }

    /** What names mean. */
    public Builder importMap(ImportMap map) {
      modules.importMap(map);
      return this;
    }

    /**
     * What names mean, as a file says; its addresses are relative to it.
     *
     * @throws IOException when the file cannot be read
     */
    public Builder importMap(Path file) throws IOException {
      String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
      return importMap(ImportMap.parse(Files.readString(file), ModuleUrl.ofFile(path)));
    }

    /**
     * Makes a component a module; see {@link ComponentModules.Builder#register(String, Component)}.
     */
    public Builder register(String specifier, Component component) {
      modules.register(specifier, component);
      return this;
    }

    /** Makes a text a module; see {@link ComponentModules.Builder#register(String, String)}. */
    public Builder register(String specifier, String module) {
      modules.register(specifier, module);
      return this;
    }

    /** Says more of the modules: what the host supplies, how components are loaded. */
    public Builder modules(Consumer<ComponentModules.Builder> more) {
      more.accept(modules);
      return this;
    }

    /** Runs in an engine, so that code is shared with its other contexts. */
    public Builder engine(Engine engine) {
      return context(builder -> builder.engine(engine));
    }

    /** Says more of the context, such as its streams; what it may read is set here. */
    public Builder context(Consumer<Context.Builder> more) {
      settings.add(more);
      return this;
    }

    /**
     * The context.
     *
     * @throws IOException when a folder cannot be read
     */
    public MortiseContext build() throws IOException {
      if (!folders.isEmpty()) {
        FileSystem files = new FolderFileSystem(folders);
        modules.fileSystem(files);
      }
      ComponentModules built = modules.build();
      Context.Builder builder = Context.newBuilder("js").allowHostAccess(JsRealm.hostAccess());
      settings.forEach(setting -> setting.accept(builder));
      built.configure(builder);
      return new MortiseContext(built, builder.build(), folders.stream().findFirst());
    }
  }
}
