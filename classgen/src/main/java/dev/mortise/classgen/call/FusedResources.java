package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.type.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which resource of its plan each resource type is, as one component instance sees it.
 *
 * @param view the numbers
 * @param hosts the resources that the host defines, whose handles stand for Java objects
 * @param classes the classes that make Java objects of handles to the others, as far as there are
 */
record FusedResources(
    Map<ResourceType, Integer> view, Set<Integer> hosts, Map<Integer, String> classes) {

  /** Those of an instance of a plan. */
  static FusedResources of(LinkPlan plan, int instance, Map<Integer, String> classes) {
    return new FusedResources(
        plan.views().get(instance),
        plan.hostResources().stream()
            .map(LinkPlan.HostResource::resource)
            .collect(Collectors.toSet()),
        classes);
  }

  /** The same, when the classes have other names. */
  FusedResources renamed(UnaryOperator<String> names) {
    Map<Integer, String> other = new HashMap<>();
    classes.forEach((number, name) -> other.put(number, names.apply(name)));
    return new FusedResources(view, hosts, other);
  }

  int number(ResourceType type) {
    Integer number = view.get(type);
    if (number == null) {
      throw new UnmappableTypeException("the resource type " + type + " is not known");
    }
    return number;
  }

  /** The class of the objects that are made of handles, or null where the host's objects pass. */
  @Nullable String classOf(ResourceType type) {
    int number = number(type);
    if (hosts.contains(number)) {
      return null;
    }
    String made = classes.get(number);
    if (made == null) {
      throw new UnmappableTypeException("the resource type " + type + " has no class");
    }
    return made;
  }
}
