package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.generate.ModuleSources;
import dev.mortise.esmintegration.graph.ComponentModule;
import dev.mortise.esmintegration.graph.ModuleCycles;
import dev.mortise.esmintegration.graph.Suppliers;
import dev.mortise.esmintegration.lexer.ModuleSyntax;
import dev.mortise.esmintegration.lexer.ScopedSource;
import dev.mortise.esmintegration.load.ComponentCode;
import dev.mortise.esmintegration.load.ComponentStore;
import dev.mortise.esmintegration.load.ModuleBytes;
import dev.mortise.esmintegration.resolve.ModuleProblems;
import dev.mortise.esmintegration.resolve.ModuleResolver;
import dev.mortise.esmintegration.resolve.Request;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** Says what the text of a module is. */
public final class ModuleReader {
  /** Where registered components stand: nothing is relative to it. */
  private static final ModuleUrl REGISTRY =
      new ModuleUrl("mortise", null, "registered", null, null);

  private final FileSystem files;
  private final ComponentStore store;
  private final ModuleResolver resolver;
  private final Suppliers suppliers;
  private final ModulePaths paths;
  private final String bridge;

  /** The components for which there is text, by the name that their text calls them. */
  private final Map<String, ComponentModule> modules = new ConcurrentHashMap<>();

  ModuleReader(
      FileSystem files,
      ComponentStore store,
      ModuleResolver resolver,
      Suppliers suppliers,
      ModulePaths paths,
      String bridge) {
    this.files = files;
    this.store = store;
    this.resolver = resolver;
    this.suppliers = suppliers;
    this.paths = paths;
    this.bridge = bridge;
  }

  /** The component that a generated module means, or null when there is none. */
  public @Nullable ComponentModule module(String id) {
    return modules.get(id);
  }

  /** The text of a module that is no file. */
  String text(Content content) throws IOException {
    return switch (content) {
      case Content.Component named ->
          component(named.target(), store.registered(named.target().name()), REGISTRY);
      case Content.Interface part -> part(part.target());
      case Content.Alias alias -> alias(alias.target());
      case Content.Loader loader -> ScopedSource.loader();
      case Content.Probe probe -> "export {};";
      case Content.Failure failure -> throw failure.why();
    };
  }

  /** The text that stands for a file when that is a component, else null. */
  @Nullable String component(Path file) throws IOException {
    ComponentCode code = store.file(files, file);
    if (code == null) {
      return null;
    }
    ModuleUrl url = paths.url(file);
    paths.isComponent(file);
    return component(new Target.File(url), code, url);
  }

  private String component(Target.Whole target, ComponentCode code, ModuleUrl base) {
    ComponentModule module = suppliers.of(target, code, base);
    module.suppliers().forEach(paths::prepare);
    return text(module, paths::specifier);
  }

  private String text(ComponentModule module, Function<Target, String> specifier) {
    modules.put(module.id(), module);
    List<String> specifiers = module.suppliers().stream().map(specifier).toList();
    return ModuleSources.component(bridge, module.id(), specifiers, module.code().shape());
  }

  /**
   * The texts of all registered components, by the names that lead to them, each after those that
   * it imports: for contexts that may not read files, whose modules are evaluated at once.
   *
   * @throws dev.mortise.runtime.error.MortiseException when one has not all it needs
   */
  public Map<String, String> literals() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : resolver.registered()) {
      Target target = resolver.resolve(new Request(name, null, REGISTRY));
      literal(target, texts);
      texts.put(name, ModuleSources.alias(ModulePaths.nameOf(target), true));
      if (target instanceof Target.Interface part
          && !resolver.registered().contains(part.exportName())) {
        texts.put(part.exportName(), ModuleSources.alias(ModulePaths.nameOf(target), true));
      }
    }
    return texts;
  }

  private void literal(Target target, Map<String, String> texts) {
    String name = ModulePaths.nameOf(target);
    if (texts.containsKey(name)) {
      return;
    }
    switch (target) {
      case Target.File file ->
          throw new IllegalStateException("a registered component imports " + file.inWords());
      case Target.Interface part -> {
        literal(part.component(), texts);
        ComponentCode code = store.registered(((Target.Registered) part.component()).name());
        texts.put(name, part(code, part, ModulePaths.nameOf(part.component())));
      }
      case Target.Registered registered -> {
        ComponentModule module =
            suppliers.of(registered, store.registered(registered.name()), REGISTRY);
        MortiseException cycle = new ModuleCycles(this::imports).of(module);
        if (cycle != null) {
          throw cycle;
        }
        module.suppliers().forEach(supplier -> literal(supplier, texts));
        texts.put(name, text(module, ModulePaths::nameOf));
      }
    }
  }

  private String part(Target.Interface target) throws IOException {
    paths.prepare(target);
    return switch (target.component()) {
      case Target.Registered registered ->
          part(store.registered(registered.name()), target, paths.specifier(registered));
      case Target.File file -> {
        ComponentCode code = store.file(files, files.parsePath(file.url().filePath()));
        if (code == null) {
          throw new IOException(file.inWords() + " was a component and is none any more");
        }
        yield part(code, target, paths.specifier(file));
      }
    };
  }

  private String part(ComponentCode code, Target.Interface target, String component) {
    for (Item item : code.shape().exports()) {
      if (item instanceof Namespace namespace && item.wit().equals(target.exportName())) {
        String id = ComponentModule.id(target.component(), code);
        return ModuleSources.namespace(bridge, id, component, namespace);
      }
    }
    throw ModuleProblems.gone(target);
  }

  private String alias(Target target) throws IOException {
    paths.prepare(target);
    boolean hasDefault =
        switch (target) {
          case Target.File file -> {
            Path path = files.parsePath(file.url().filePath());
            yield store.file(files, path) != null || ModuleSyntax.of(script(path)).hasDefault();
          }
          case Target.Registered registered -> true;
          case Target.Interface part -> true;
        };
    return ModuleSources.alias(paths.specifier(target), hasDefault);
  }

  /** What a file holds, rewritten when the import map has a scope for it; else null. */
  @Nullable String scoped(Path file) throws IOException {
    return resolver.isScoped(paths.url(file)) ? ScopedSource.rewrite(script(file)) : null;
  }

  Charset charset(Path file) {
    Charset charset = files.getEncoding(file);
    return charset == null ? StandardCharsets.UTF_8 : charset;
  }

  private String script(Path file) throws IOException {
    return new String(ModuleBytes.read(files, file), charset(file));
  }

  /** The modules that a module imports, for the search of cycles. */
  public List<Target> imports(Target module) {
    return switch (module) {
      case Target.Interface part -> List.of(part.component());
      case Target.Registered registered ->
          suppliers.of(registered, store.registered(registered.name()), REGISTRY).suppliers();
      case Target.File file -> importsOfFile(file);
    };
  }

  private List<Target> importsOfFile(Target.File file) {
    Path path = files.parsePath(file.url().filePath());
    try {
      ComponentCode code = store.file(files, path);
      if (code != null) {
        return suppliers.of(file, code, file.url()).suppliers();
      }
      List<Target> targets = new ArrayList<>();
      for (ModuleSyntax.StaticImport item : ModuleSyntax.of(script(path)).imports()) {
        Target target = resolver.find(new Request(item.specifier(), null, file.url()));
        if (target != null) {
          targets.add(target);
        }
      }
      return targets;
    } catch (IOException e) {
      return List.of();
    }
  }
}
