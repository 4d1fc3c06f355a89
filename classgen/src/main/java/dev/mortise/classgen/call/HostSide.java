package dev.mortise.classgen.call;

import dev.mortise.classgen.view.Views;
import java.util.Map;
import java.util.Set;

/**
 * What is known, when code is made, of the functions that the host supplies.
 *
 * @param typed the slots of those that are methods of Java objects
 * @param linked those that are functions of other components, instantiated each by itself, by slot;
 *     they are methods of Java objects too, for calls that cannot go from memory to memory
 * @param views the interfaces with views that the code implements or calls
 */
public record HostSide(Set<Integer> typed, Map<Integer, LinkedFunction> linked, Views views) {
  public HostSide {
    typed = Set.copyOf(typed);
    linked = Map.copyOf(linked);
  }
}
