package dev.mortise.classgen;

import dev.mortise.classgen.call.HostMethods;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.classgen.view.ViewMatcher;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.classgen.view.Views;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.TypedHostFunction;
import dev.mortise.runtime.plan.LinkPlan;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the functions of the host that are methods with views. */
final class HostViews {
  private HostViews() {}

  /**
   * The methods that code is to call as they were written, by the functions' slots in the plan.
   * What does not fit is left out: whoever adapts it says why.
   */
  static Map<Integer, Views.HostView> of(
      LinkPlan plan, List<RuntimeFunction> functions, TypedComponent component) {
    Map<Integer, Views.HostView> views = new HashMap<>();
    for (int slot = 0; slot < functions.size(); slot++) {
      if (functions.get(slot) instanceof TypedHostFunction function
          && Adapters.isUsable(function.contract(), component.classLoader())) {
        ViewMethod view =
            find(component, plan.hostFunctions().get(slot).path(), function.contract());
        if (view != null) {
          views.put(slot, new Views.HostView(ClassName.of(function.contract()), view));
        }
      }
    }
    return views;
  }

  private static @Nullable ViewMethod find(
      TypedComponent component, List<String> path, Class<?> contract) {
    HostMethods.Found found;
    try {
      found = HostMethods.find(component.model(), path);
    } catch (UnmappableTypeException e) {
      return null;
    }
    String name = found.method().name();
    Class<?> declaring = component.loader().find(found.target());
    if (declaring.isAssignableFrom(contract) || found.method().wit().startsWith("[method]")) {
      return null;
    }
    Method declared = named(declaring, name).get(0);
    List<Method> supplied = named(contract, name);
    return supplied.stream().anyMatch(method -> Adapters.fits(declared, method))
        ? null
        : supplied.stream()
            .map(method -> ViewMatcher.host(method, declared, found.method()))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static List<Method> named(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .toList();
  }
}
