package dev.mortise.runtime.instance;

import dev.mortise.runtime.type.ResourceType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which resource each resource type in a component's types is, for one component instance. Both
 * halves are shared: the numbers by all instances of a plan, the resources by all component
 * instances of one instantiation.
 */
final class ResourceView {
  private final Map<ResourceType, Integer> numbers;
  private final @Nullable RuntimeResource[] resources;

  /**
   * A view.
   *
   * @param numbers which resource of the plan a type is
   * @param resources by number, filled while the plan is carried out
   */
  ResourceView(Map<ResourceType, Integer> numbers, @Nullable RuntimeResource[] resources) {
    this.numbers = numbers;
    this.resources = resources;
  }

  /** What a resource type is. */
  RuntimeResource resource(ResourceType type) {
    Integer number = numbers.get(type);
    RuntimeResource resource = number == null ? null : resources[number];
    if (resource == null) {
      throw new AssertionError("no resource for type " + type);
    }
    return resource;
  }
}
