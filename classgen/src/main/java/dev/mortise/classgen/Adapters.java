package dev.mortise.classgen;

import dev.mortise.classgen.emit.AdapterEmitter;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
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

/**
 * Shows objects under interfaces that they were not made for: instances under worlds written by
 * hand, and hosts written by hand under the interfaces of a component. Each method that is wanted
 * must be there, of the same name and types; what is there may have more.
 */
final class Adapters {
  private final Class<?> found;
  private final Class<?> wanted;
  private final ClassLoader loader;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Adapters(Class<?> found, Class<?> wanted, ClassLoader loader) {
    this.found = found;
    this.wanted = wanted;
    this.loader = loader;
  }

  /**
   * What turns an object of one interface into one of another.
   *
   * @param loader finds both
   * @throws LinkException with each method that does not fit
   */
  static <W> Function<Object, W> of(Class<?> found, Class<W> wanted, ClassLoader loader) {
    if (wanted.isAssignableFrom(found)) {
      return wanted::cast;
    }
    Adapters adapters = new Adapters(found, wanted, loader);
    List<Method> methods =
        Arrays.stream(wanted.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    adapters.check(found);
    adapters.check(wanted);
    methods.forEach(adapters::check);
    if (!adapters.problems.isEmpty()) {
      throw new LinkException(adapters.problems);
    }
    return adapters.adapter(wanted, methods);
  }

  private void check(Class<?> type) {
    if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
      problems.add(
          problem(type)
              .expecting("a public interface", Modifier.toString(type.getModifiers()) + " type")
              .because("generated code calls or implements it"));
    } else if (!isVisible(type, loader)) {
      problems.add(
          problem(type)
              .because("the component's class loader does not find the interface")
              .withHint("Give TypedComponent.of the class loader of the interface"));
    }
  }

  private static Diagnostic problem(Class<?> wanted) {
    return Diagnostic.of("interface-mismatch", "interface " + wanted.getName());
  }

  private static boolean isVisible(Class<?> type, ClassLoader loader) {
    try {
      return Class.forName(type.getName(), false, loader) == type;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private void check(Method method) {
    List<Method> named =
        Arrays.stream(found.getMethods())
            .filter(other -> other.getName().equals(method.getName()))
            .toList();
    if (named.isEmpty()) {
      problems.add(
          problem(wanted)
              .expecting(
                  "methods of "
                      + found.getName()
                      + ": "
                      + Arrays.stream(found.getMethods())
                          .map(Method::getName)
                          .sorted()
                          .collect(Collectors.joining("`, `", "`", "`")),
                  "`" + method.getName() + "`"));
      return;
    }
    if (named.stream().noneMatch(other -> fits(method, other))) {
      problems.add(
          problem(wanted)
              .expecting(signature(named.get(0)), signature(method))
              .because("it is " + found.getName() + " that has the method"));
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

  private <W> Function<Object, W> adapter(Class<W> wanted, List<Method> methods) {
    String name = GeneratedCode.nextName();
    byte[] bytes = AdapterEmitter.emit(name, found, wanted, methods);
    MethodHandle constructor;
    try {
      Class<?> adapter = new OneClass(loader).define(name, bytes);
      constructor =
          MethodHandles.publicLookup()
              .findConstructor(adapter, MethodType.methodType(void.class, found))
              .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("an adapter for " + wanted.getName(), e);
    }
    return object -> {
      try {
        return wanted.cast((Object) constructor.invokeExact(object));
      } catch (Throwable e) {
        throw new LinkageError("an adapter for " + wanted.getName(), e);
      }
    };
  }

  /** The loader of one adapter. */
  private static final class OneClass extends ClassLoader {
    OneClass(ClassLoader parent) {
      super("mortise adapter", parent);
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(AdapterEmitter.PACKAGE + "." + name, bytes, 0, bytes.length);
    }
  }
}
