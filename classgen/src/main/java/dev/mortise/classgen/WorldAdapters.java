package dev.mortise.classgen;

import dev.mortise.classgen.emit.AdapterEmitter;
import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.LinkException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows instances under interfaces that were not made for their component: written by hand, or
 * generated from another version of it. Each method must be one of the component's world, of the
 * same name and types; an interface may leave out what it has no use for.
 */
final class WorldAdapters {
  private WorldAdapters() {}

  /**
   * What turns an object of the component's world into one of another interface.
   *
   * @throws LinkException with each method that does not fit
   */
  static <W> Function<Object, W> of(Class<?> generated, Class<W> wanted) {
    if (wanted.isAssignableFrom(generated)) {
      return wanted::cast;
    }
    List<Diagnostic> problems = new ArrayList<>();
    if (!wanted.isInterface() || !Modifier.isPublic(wanted.getModifiers())) {
      problems.add(
          problem(wanted)
              .expecting("a public interface", Modifier.toString(wanted.getModifiers()) + " type")
              .because("generated code implements it"));
    } else if (!isVisible(wanted, generated.getClassLoader())) {
      problems.add(
          problem(wanted)
              .because("the component's class loader does not find the interface")
              .withHint("Give TypedComponent.of the class loader of the interface"));
    }
    List<Method> methods =
        Arrays.stream(wanted.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    methods.forEach(method -> check(method, generated, wanted, problems));
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return adapter(generated, wanted, methods);
  }

  private static Diagnostic problem(Class<?> wanted) {
    return Diagnostic.of("world-mismatch", "interface " + wanted.getName());
  }

  private static boolean isVisible(Class<?> type, @Nullable ClassLoader loader) {
    try {
      return Class.forName(type.getName(), false, loader) == type;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void check(
      Method wanted, Class<?> generated, Class<?> world, List<Diagnostic> problems) {
    List<Method> named =
        Arrays.stream(generated.getMethods())
            .filter(method -> method.getName().equals(wanted.getName()))
            .toList();
    if (named.isEmpty()) {
      problems.add(
          problem(world)
              .expecting(
                  "methods of the component's exports: "
                      + Arrays.stream(generated.getMethods())
                          .map(Method::getName)
                          .sorted()
                          .collect(Collectors.joining("`, `", "`", "`")),
                  "`" + wanted.getName() + "`"));
      return;
    }
    if (named.stream().noneMatch(method -> fits(wanted, method))) {
      problems.add(
          problem(world)
              .expecting(signature(named.get(0)), signature(wanted))
              .because("the method is the component's export of that name"));
    }
  }

  private static boolean fits(Method wanted, Method found) {
    return found.getGenericReturnType().equals(wanted.getGenericReturnType())
        && Arrays.equals(found.getGenericParameterTypes(), wanted.getGenericParameterTypes())
        && Arrays.stream(found.getExceptionTypes())
            .allMatch(
                thrown ->
                    Arrays.stream(wanted.getExceptionTypes())
                        .anyMatch(declared -> declared.isAssignableFrom(thrown)));
  }

  private static String signature(Method method) {
    String thrown =
        Arrays.stream(method.getExceptionTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(", "));
    return "`"
        + method.getGenericReturnType().getTypeName()
        + " "
        + method.getName()
        + Arrays.stream(method.getGenericParameterTypes())
            .map(java.lang.reflect.Type::getTypeName)
            .collect(Collectors.joining(", ", "(", ")"))
        + (thrown.isEmpty() ? "" : " throws " + thrown)
        + "`";
  }

  private static <W> Function<Object, W> adapter(
      Class<?> generated, Class<W> wanted, List<Method> methods) {
    String name = GeneratedCode.nextName();
    byte[] bytes = AdapterEmitter.emit(name, generated, wanted, methods);
    MethodHandle constructor;
    try {
      Class<?> adapter = new OneClass(generated.getClassLoader()).define(name, bytes);
      constructor =
          MethodHandles.publicLookup()
              .findConstructor(adapter, MethodType.methodType(void.class, generated))
              .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("an adapter for " + wanted.getName(), e);
    }
    return world -> {
      try {
        return wanted.cast((Object) constructor.invokeExact(world));
      } catch (Throwable e) {
        throw new LinkageError("an adapter for " + wanted.getName(), e);
      }
    };
  }

  /** The loader of one adapter. */
  private static final class OneClass extends ClassLoader {
    OneClass(@Nullable ClassLoader parent) {
      super("mortise adapter", parent);
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(AdapterEmitter.PACKAGE + "." + name, bytes, 0, bytes.length);
    }
  }
}
