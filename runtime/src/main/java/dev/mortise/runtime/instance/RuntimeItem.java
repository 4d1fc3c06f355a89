package dev.mortise.runtime.instance;

import dev.mortise.runtime.plan.ComponentItem;
import dev.mortise.runtime.plan.ModuleItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that an instance exports, or that is supplied for an import. */
public sealed interface RuntimeItem {
  /** A function. */
  record Func(RuntimeFunction function) implements RuntimeItem {}

  /** An instance: its exports. */
  record Instance(Map<String, RuntimeItem> exports) implements RuntimeItem {
    public Instance {
      exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
  }

  /** A resource type. */
  record Resource(RuntimeResource resource) implements RuntimeItem {}

  /** A type that is no resource type: nothing is left of it at run time. */
  record Type() implements RuntimeItem {}

  /** A core module. */
  record Module(ModuleItem module) implements RuntimeItem {}

  /** A component. */
  record Component(ComponentItem component) implements RuntimeItem {}
}
