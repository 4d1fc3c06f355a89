package dev.mortise.classgen;

import dev.mortise.classgen.emit.AdapterEmitter;
import dev.mortise.classgen.view.ViewMatcher;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows objects under interfaces that they were not made for: instances under worlds written by
 * hand, and hosts written by hand under the interfaces of a component. Each method that is wanted
 * must be there, of the same name and types; what is there may have more.
 */
final class Adapters {
  private final Class<?> found;
  private final Class<?> wanted;
  private final ClassLoader loader;
  private final @Nullable ExportViews views;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<Method, Method> matches = new LinkedHashMap<>();

  private Adapters(
      Class<?> found, Class<?> wanted, ClassLoader loader, @Nullable ExportViews views) {
    this.found = found;
    this.wanted = wanted;
    this.loader = loader;
    this.views = views;
  }

  /**
   * What turns an object of the host into one of an interface that a component declares. Views are
   * made of arrays, and arrays of what has views: where that is too much, code calls the object
   * itself.
   *
   * @param loader finds both
   * @throws LinkException with each method that does not fit
   */
  static <W> Function<Object, W> of(Class<?> found, Class<W> wanted, ClassLoader loader) {
    return of(found, wanted, loader, null);
  }

  /**
   * What turns a component's world into one written by hand.
   *
   * @param views takes note of what no adapter can do; where there is such, the object of the world
   *     has to be one of the other interface already
   * @throws LinkException with each method that does not fit
   */
  static <W> Function<Object, W> of(
      Class<?> found, Class<W> wanted, ClassLoader loader, @Nullable ExportViews views) {
    if (wanted.isAssignableFrom(found)) {
      return wanted::cast;
    }
    Adapters adapters = new Adapters(found, wanted, loader, views);
    adapters.check();
    if (!adapters.problems.isEmpty()) {
      throw new LinkException(adapters.problems);
    }
    return views != null && !views.implemented().isEmpty()
        ? wanted::cast
        : adapters.adapter(wanted);
  }

  private void check() {
    check(found);
    check(wanted);
    Arrays.stream(wanted.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .forEach(this::check);
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

  /** Whether generated code can call or implement an interface. */
  static boolean isUsable(Class<?> type, ClassLoader loader) {
    return type.isInterface() && Modifier.isPublic(type.getModifiers()) && isVisible(type, loader);
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
    if (!matches(method, named)) {
      problems.add(
          problem(wanted)
              .expecting(signature(named.get(0)), signature(method))
              .because("it is " + found.getName() + " that has the method"));
    }
  }

  private boolean matches(Method method, List<Method> named) {
    for (Method other : named) {
      if (fits(method, other)
          || (views == null ? ViewMatcher.isHosts(other, method) : hasViews(method, other))) {
        matches.put(method, other);
        return true;
      }
    }
    return false;
  }

  /** Whether a method of a world is one with views, or gives an interface that has such. */
  private boolean hasViews(Method method, Method other) {
    ExportViews noted = Objects.requireNonNull(views);
    Class<?> accessed = noted.accessed(method, other);
    if (accessed == null) {
      return noted.accepts(method, wanted, other);
    }
    Adapters inner = new Adapters(accessed, method.getReturnType(), loader, noted);
    noted.noteAccessor(method, wanted, other);
    inner.check();
    problems.addAll(inner.problems);
    return true;
  }

  static boolean fits(Method wanted, Method found) {
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

  private <W> Function<Object, W> adapter(Class<W> wanted) {
    String name = GeneratedCode.nextName();
    byte[] bytes = AdapterEmitter.emit(name, found, wanted, matches);
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
