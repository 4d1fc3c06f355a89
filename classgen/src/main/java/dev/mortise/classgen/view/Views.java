package dev.mortise.classgen.view;

import dev.mortise.classgen.mapping.ClassName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces written by hand that the code of one plan implements or calls by itself, because
 * they have views.
 *
 * @param implemented interfaces by what they show: a declared interface, or the world
 * @param hosts the interface and method of each function of the host, by its slot in the plan
 */
public record Views(Map<ClassName, Implemented> implemented, Map<Integer, HostView> hosts) {
  /** None at all. */
  public static final Views NONE = new Views(Map.of(), Map.of());

  public Views {
    implemented = Collections.unmodifiableMap(new LinkedHashMap<>(implemented));
    hosts = Map.copyOf(hosts);
  }

  /**
   * An interface that is implemented.
   *
   * @param name the name in class files
   * @param methods those of its methods that have views
   * @param accessors those of its methods that give an exported interface as another one
   */
  public record Implemented(String name, List<ViewMethod> methods, List<Accessor> accessors) {
    public Implemented {
      methods = List.copyOf(methods);
      accessors = List.copyOf(accessors);
    }
  }

  /** A method of a world for an exported interface, by the name that the world calls it. */
  public record Accessor(String name, String type) {}

  /** A method of the host's object. */
  public record HostView(ClassName target, ViewMethod method) {}

  /** What else shows a declared interface or the world. */
  public @Nullable Implemented of(ClassName declared) {
    return implemented.get(declared);
  }
}
