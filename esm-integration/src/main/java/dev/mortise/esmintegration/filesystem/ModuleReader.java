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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      case Content.Text script -> script.target().text();
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
   * A module that is evaluated as text.
   *
   * @param generated whether nobody wrote it: then it has no frames in stack traces
   */
  public record Literal(String text, boolean generated) {}

  /**
   * The texts of all that is registered, by the names that lead to them, each after those that it
   * imports: for contexts that may not read files, whose modules are evaluated at once.
   *
   * @throws dev.mortise.runtime.error.MortiseException when one has not all it needs
   */
  public Map<String, Literal> literals() {
    Map<String, Literal> texts = new LinkedHashMap<>();
    for (String name : resolver.registered()) {
      Target target = resolver.resolve(new Request(name, null, REGISTRY));
      named(name, target, texts, new LinkedHashSet<>());
      if (target instanceof Target.Interface part
          && !resolver.registered().contains(part.exportName())) {
        named(part.exportName(), target, texts, new LinkedHashSet<>());
      }
    }
    return texts;
  }

  /** Adds a module, and a name for it. */
  private void named(
      String name, Target target, Map<String, Literal> texts, Set<Target> importers) {
    literal(target, texts, importers);
    String alias = ModuleSources.alias(ModulePaths.nameOf(target), hasDefault(target));
    texts.putIfAbsent(name, new Literal(alias, true));
  }

  private static boolean hasDefault(Target target) {
    return !(target instanceof Target.Text script) || ModuleSyntax.of(script.text()).hasDefault();
  }

  private void literal(Target target, Map<String, Literal> texts, Set<Target> importers) {
    String name = ModulePaths.nameOf(target);
    if (texts.containsKey(name)) {
      return;
    }
    switch (target) {
      case Target.Text script -> {
        if (!importers.add(script)) {
          throw ModuleProblems.textCycle(script, importers);
        }
        for (ModuleSyntax.StaticImport item : ModuleSyntax.of(script.text()).imports()) {
          Request request = new Request(item.specifier(), script.inWords(), REGISTRY);
          named(item.specifier(), resolver.resolve(request), texts, importers);
        }
        importers.remove(script);
        texts.put(name, new Literal(script.text(), false));
      }
      case Target.File file ->
          throw new IllegalStateException("a registered component imports " + file.inWords());
      case Target.Interface part -> {
        literal(part.component(), texts, importers);
        ComponentCode code = store.registered(((Target.Registered) part.component()).name());
        texts.put(name, new Literal(part(code, part, ModulePaths.nameOf(part.component())), true));
      }
      case Target.Registered registered -> {
        ComponentModule module =
            suppliers.of(registered, store.registered(registered.name()), REGISTRY);
        MortiseException cycle = new ModuleCycles(this::imports).of(module);
        if (cycle != null) {
          throw cycle;
        }
        module.suppliers().forEach(supplier -> literal(supplier, texts, importers));
        texts.put(name, new Literal(text(module, ModulePaths::nameOf), true));
      }
    }
  }

  private String part(Target.Interface target) throws IOException {
    paths.prepare(target);
    return switch (target.component()) {
      case Target.Registered registered ->
          part(store.registered(registered.name()), target, paths.specifier(registered));
      case Target.Text text -> throw new IllegalStateException(text.inWords() + " is no component");
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
          case Target.Text script -> hasDefault(script);
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
      case Target.Text script -> imports(script.text(), REGISTRY);
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
      return imports(script(path), file.url());
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<Target> imports(String script, ModuleUrl base) {
    List<Target> targets = new ArrayList<>();
    for (ModuleSyntax.StaticImport item : ModuleSyntax.of(script).imports()) {
      Target target = resolver.find(new Request(item.specifier(), null, base));
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }
}
