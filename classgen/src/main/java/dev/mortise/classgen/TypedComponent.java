package dev.mortise.classgen;

import dev.mortise.classgen.emit.DeclarationEmitter;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.Component;
import dev.mortise.loader.compile.AsmVersion;
import dev.mortise.loader.compile.ClassDump;
import dev.mortise.runtime.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A component as Java classes: an interface for each interface of WIT, classes for the types that
 * they declare, and an interface for the world, whose objects are instances.
 *
 * <pre>{@code
 * TypedComponent component = TypedComponent.load(Path.of("greeter.wasm"));
 * Greeter greeter = component.as(Greeter.class).instantiate(Imports.NONE);
 * greeter.greet("World");
 * }</pre>
 *
 * <p>The classes are made when the component is loaded, unless the class loader that is given
 * already has classes of their names, made by this generator before. The code of calls is made when
 * imports are linked. All of it goes when nothing uses it any more. Immutable, for use by any
 * thread.
 */
public final class TypedComponent {
  private final Component component;
  private final JavaModel model;
  private final DeclaredClasses loader;
  private final boolean interpretsCalls;

  private TypedComponent(
      Component component, JavaModel model, DeclaredClasses loader, boolean interpretsCalls) {
    this.component = component;
    this.model = model;
    this.loader = loader;
    this.interpretsCalls = interpretsCalls;
  }

  /**
   * Loads a component from a file, whose name names the world: {@code greeter.wasm} is {@code
   * greeter.Greeter}.
   *
   * @throws IOException when the file cannot be read
   */
  public static TypedComponent load(Path file) throws IOException {
    return of(
        Component.load(file),
        String.valueOf(file.getFileName()),
        TypedComponent.class.getClassLoader());
  }

  /**
   * The classes of a component. What has no Java form is left out of them: an instance has it under
   * its name ({@link LinkedWorld#instantiateBoth}).
   *
   * @param fileName names the world
   * @param parent the loader whose classes the component's code may use; those of its types are
   *     taken from there where it has them
   */
  public static TypedComponent of(Component component, String fileName, ClassLoader parent) {
    AsmVersion.require();
    JavaModel model = JavaMapping.of(component.type(), fileName, null);
    Map<String, byte[]> classes = DeclarationEmitter.emit(model);
    ClassDump.classes(classes);
    return new TypedComponent(component, model, new DeclaredClasses(classes, parent), false);
  }

  /** The component without its classes. */
  public Component component() {
    return component;
  }

  /** The Java form of the component's type. */
  public JavaModel model() {
    return model;
  }

  /** The loader of the classes. */
  public ClassLoader classLoader() {
    return loader;
  }

  /** The interface of the world. */
  public Class<?> world() {
    return loader.find(model.world().name());
  }

  /**
   * This component under a world that is known where it is used.
   *
   * @param world an interface whose methods are some of the component's exports: made by this
   *     generator before, or written by hand, with views of bytes if wanted ({@link
   *     dev.mortise.runtime.view.ByteView})
   * @throws dev.mortise.runtime.error.LinkException when a method has no export of its name, or one
   *     of other types; all of them at once
   */
  public <W> Typed<W> as(Class<W> world) {
    return new Typed<>(this, world);
  }

  /**
   * Matches the imports, plans the instantiation and makes the code once, for any number of
   * instances.
   *
   * @throws dev.mortise.runtime.error.LinkException when an import is missing or does not fit
   */
  public LinkedWorld link(Imports imports) {
    return link(imports, Map.of());
  }

  /**
   * The same with code that implements interfaces which have views.
   *
   * @param views the interfaces by the declared ones that they show
   */
  LinkedWorld link(Imports imports, Map<ClassName, Views.Implemented> views) {
    return LinkedWorld.link(this, component.link(imports), views);
  }

  /**
   * The same component whose calls are interpreted, but for those with handles: to see whether a
   * fault is one of generated code.
   */
  public TypedComponent withInterpretedCalls() {
    return new TypedComponent(component, model, loader, true);
  }

  boolean interpretsCalls() {
    return interpretsCalls;
  }

  DeclaredClasses loader() {
    return loader;
  }

  /**
   * Makes an instance.
   *
   * @return an object of {@link #world()}
   */
  public Object instantiate(Imports imports) {
    return link(imports).instantiate();
  }
}
