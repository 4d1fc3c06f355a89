package dev.mortise.classgen;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The components of the tests, with Java objects for what they import. */
public final class Guests {
  /** Those of these tests that have functions of every kind. */
  public static final List<String> OWN = List.of("calls", "kinds", "composed");

  private Guests() {}

  /** The file of a component: one of these tests', or of real ones beside the project. */
  public static Path file(String name) {
    Path own = Path.of("src/test/resources/dev/mortise/classgen", name + ".wasm");
    return Files.exists(own) ? own : Path.of("../../shared/components", name + ".wasm");
  }

  static boolean exists(String name) {
    return Files.exists(file(name));
  }

  /** A component with its classes. */
  public static TypedComponent load(String name) {
    return load(name, LoadOptions.DEFAULT);
  }

  static TypedComponent load(String name, LoadOptions options) {
    try {
      return TypedComponent.of(
          Component.load(file(name), options), name + ".wasm", Guests.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java objects for all the interfaces that a component knows, each method of one behaviour. */
  public static Imports imports(TypedComponent component, InvocationHandler behaviour) {
    List<InterfaceDecl> interfaces = new ArrayList<>(component.model().interfaces());
    InterfaceDecl host = component.model().world().host();
    if (host != null) {
      interfaces.add(host);
    }
    Imports.Builder imports = Imports.builder().trapMissing();
    for (InterfaceDecl declaration : interfaces) {
      bind(imports, find(component, declaration.name()), behaviour);
    }
    return imports.build();
  }

  /** An instance whose imports throw. */
  public static Object instantiate(String name) {
    TypedComponent component = load(name);
    return component.instantiate(
        imports(
            component,
            (proxy, method, arguments) -> {
              throw new IllegalStateException(method.getName());
            }));
  }

  private static <T> void bind(Imports.Builder imports, Class<T> type, InvocationHandler handler) {
    Object object = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    imports.bind(type, type.cast(object));
  }

  private static Class<?> find(TypedComponent component, ClassName name) {
    try {
      return component.classLoader().loadClass(name.internalName().replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name.toString(), e);
    }
  }
}
