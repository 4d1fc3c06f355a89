package dev.mortise.loader;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.plan.CodeUnit;
import dev.mortise.loader.plan.ComponentClosure;
import dev.mortise.loader.plan.FileModule;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.loader.validate.Resolved;
import dev.mortise.loader.validate.ValidatedComponent;
import dev.mortise.loader.wit.WitPrinter;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.FunctionAbis;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.Supplied;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A component: valid code that has not run yet. Immutable; one component may be instantiated any
 * number of times, from any thread, and its code is taken in by the engine once.
 */
public final class Component implements Supplied {
  private final ComponentClosure closure;
  private final SharedByInstances shared;

  Component(ComponentClosure closure, SharedByInstances shared) {
    this.closure = closure;
    this.shared = shared;
  }

  /**
   * Loads a component from a file, with what the specification has shipped.
   *
   * @throws IOException when the file cannot be read
   * @throws MalformedComponentException when the bytes are no component
   * @throws InvalidComponentException when the component breaks a rule
   */
  public static Component load(Path file) throws IOException {
    return load(file, LoadOptions.DEFAULT);
  }

  /** Loads a component from a file. */
  public static Component load(Path file, LoadOptions options) throws IOException {
    return loadOwn(Files.readAllBytes(file), options, file.getFileName().toString());
  }

  /** Loads a component from its bytes, which are copied. */
  public static Component load(byte[] bytes) {
    return load(bytes, LoadOptions.DEFAULT);
  }

  /** Loads a component from its bytes, which are copied. */
  public static Component load(byte[] bytes, LoadOptions options) {
    return loadOwn(bytes.clone(), options, "");
  }

  private static Component loadOwn(byte[] bytes, LoadOptions options, String name) {
    ValidatedComponent validated =
        ComponentValidator.validate(
            ComponentDecoder.decode(bytes, options.features()), options.features());
    CodeUnit unit = new CodeUnit(bytes, options.engine(name));
    return new Component(
        ComponentClosure.root(unit, validated),
        new SharedByInstances(new FunctionAbis(), options.handles()));
  }

  /** What the component imports and exports. */
  public ComponentType type() {
    return closure.type();
  }

  /** The imports by name, in order. */
  public Map<String, ExternType> imports() {
    return type().imports();
  }

  /** The exports by name, in order. */
  public Map<String, ExternType> exports() {
    return type().exports();
  }

  /** The imports and exports as WIT text. */
  public String wit() {
    return WitPrinter.print(WitView.of(type()));
  }

  /**
   * What the component says of its imports and exports: the documentation and gates of its custom
   * section {@code package-docs}, and the external ids of its names. The world is {@code
   * root:component/root}, as in {@link #wit}, and interfaces have their own names. A section that
   * cannot be read says nothing: custom sections make no component wrong.
   */
  public Docs docs() {
    return ComponentDocs.of(closure.component().decoded(), type(), closure.unit());
  }

  /**
   * Takes in all core modules now, instead of when the first instance needs them. The engine
   * validates their function bodies then, which {@link #load} leaves to it.
   *
   * @throws InvalidComponentException when a function body breaks a rule
   * @throws UnsupportedComponentException when the engine lacks what a core module needs
   */
  public Component loadCode() {
    eachModule(closure.component(), module -> {});
    return this;
  }

  /**
   * Compiles all core functions now, where {@link LoadOptions} say that code is compiled, instead
   * of when they are first called; what is in the cache is not made again.
   *
   * @throws InvalidComponentException when a function body breaks a rule
   * @throws UnsupportedComponentException when the engine lacks what a core module needs
   */
  public Component compileAll() {
    eachModule(closure.component(), CoreModule::compileAll);
    return this;
  }

  private void eachModule(ValidatedComponent component, Consumer<CoreModule> action) {
    List<Definition> definitions = component.decoded().definitions();
    for (int i = 0; i < definitions.size(); i++) {
      Resolved resolved = component.resolved().get(i);
      if (resolved instanceof Resolved.Component nested) {
        eachModule(nested.component(), action);
      } else if (definitions.get(i) instanceof Definition.CoreModule module
          && resolved instanceof Resolved.CoreModule type) {
        action.accept(new FileModule(closure.unit(), module.module(), type.type()).load());
      }
    }
  }

  /** What validation knows of the code. */
  public ValidatedComponent validated() {
    return closure.component();
  }

  /**
   * Instantiates a component that imports nothing.
   *
   * @throws LinkException when it does import something
   */
  public Instance instantiate() {
    return instantiate(Imports.NONE);
  }

  /**
   * Instantiates the component and runs its start functions.
   *
   * @throws LinkException when an import is missing or does not fit; all of them at once
   * @throws UnsupportedComponentException when the component needs what this version cannot run
   * @throws TrapException when the start of a core module traps
   */
  public Instance instantiate(Imports imports) {
    return link(imports).instantiate();
  }

  /**
   * Matches the imports and plans the instantiation once, for any number of instances.
   *
   * @throws LinkException as {@link #instantiate(Imports)}
   */
  public LinkedComponent link(Imports imports) {
    return LinkedComponent.link(closure, shared, imports);
  }

  @Override
  public HostItem hostItem() {
    return new HostItem.Component(closure);
  }

  /** Its code, for those who plan an instantiation themselves. */
  public ComponentClosure closure() {
    return closure;
  }
}
