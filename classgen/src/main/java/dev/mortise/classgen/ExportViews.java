package dev.mortise.classgen;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.view.ViewMatcher;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.classgen.view.Views;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a world written by hand no adapter can do, because it has views: the code of a plan
 * implements the interfaces by itself then.
 */
final class ExportViews {
  private final JavaModel model;
  private final Map<ClassName, Views.Implemented> implemented = new LinkedHashMap<>();

  ExportViews(JavaModel model) {
    this.model = model;
  }

  /** The interfaces to implement; none where an adapter will do. */
  Map<ClassName, Views.Implemented> implemented() {
    return implemented;
  }

  /** Whether a method that is wanted is one that was found, with views; it is noted then. */
  boolean accepts(Method wanted, Class<?> by, Method found) {
    MethodDecl declared = declaration(found);
    ViewMethod view = declared == null ? null : ViewMatcher.export(wanted, found, declared);
    if (view == null) {
      return false;
    }
    note(found.getDeclaringClass(), by, view, null);
    return true;
  }

  /** The interface that an accessor gives, where a world by hand wants another in its place. */
  @Nullable Class<?> accessed(Method wanted, Method found) {
    boolean accessor =
        wanted.getParameterCount() == 0
            && found.getParameterCount() == 0
            && wanted.getReturnType().isInterface()
            && model.interfaces().stream().anyMatch(i -> is(i.name(), found.getReturnType()))
            && is(model.world().name(), found.getDeclaringClass());
    return accessor ? found.getReturnType() : null;
  }

  /** Notes an accessor. */
  void noteAccessor(Method wanted, Class<?> by, Method found) {
    note(
        found.getDeclaringClass(),
        by,
        null,
        new Views.Accessor(wanted.getName(), internal(wanted.getReturnType())));
    note(found.getReturnType(), wanted.getReturnType(), null, null);
  }

  private void note(
      Class<?> declared,
      Class<?> by,
      @Nullable ViewMethod method,
      Views.@Nullable Accessor accessor) {
    ClassName name =
        is(model.world().name(), declared)
            ? model.world().name()
            : model.interfaces().stream()
                .map(InterfaceDecl::name)
                .filter(n -> is(n, declared))
                .findFirst()
                .orElseThrow();
    Views.Implemented before = implemented.get(name);
    List<ViewMethod> methods = new ArrayList<>(before == null ? List.of() : before.methods());
    List<Views.Accessor> accessors =
        new ArrayList<>(before == null ? List.of() : before.accessors());
    if (method != null) {
      methods.add(method);
    }
    if (accessor != null) {
      accessors.add(accessor);
    }
    implemented.put(name, new Views.Implemented(internal(by), methods, accessors));
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static boolean is(ClassName name, Class<?> type) {
    return name.internalName().equals(internal(type));
  }

  private @Nullable MethodDecl declaration(Method found) {
    List<MethodDecl> methods =
        is(model.world().name(), found.getDeclaringClass())
            ? model.world().methods()
            : model.interfaces().stream()
                .filter(i -> is(i.name(), found.getDeclaringClass()))
                .findFirst()
                .map(InterfaceDecl::methods)
                .orElse(List.of());
    return methods.stream()
        .filter(method -> method.name().equals(found.getName()))
        .findFirst()
        .orElse(null);
  }
}
