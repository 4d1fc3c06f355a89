package dev.mortise.jsbridge;

import dev.mortise.runtime.link.InterfaceVersions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where JavaScript's part of a component's imports comes from. For an interface it is an object
 * with a function for each of its functions and a class for each of its resources, such as a
 * module's namespace or what another component exports; for a function that is imported by itself
 * it is a function. They are read once, when an instance is made.
 */
@FunctionalInterface
public interface JsImports {
  /** Nothing: for components that import nothing, or from Java alone. */
  JsImports NONE = name -> null;

  /**
   * The value for an import.
   *
   * @param witName the name in WIT, such as {@code docs:clock/now@1.0.0}
   * @return null when there is none
   */
  @Nullable Value find(String witName);

  /** Values by the names of imports; a compatible version of an interface will do. */
  static JsImports of(Map<String, Value> values) {
    Map<String, Value> copy = Map.copyOf(values);
    return name -> InterfaceVersions.find(name, copy);
  }

  /** A JavaScript object whose members are the values, by the names of imports. */
  static JsImports of(Value object) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (String key : object.getMemberKeys()) {
      values.put(key, object.getMember(key));
    }
    return of(values);
  }
}
