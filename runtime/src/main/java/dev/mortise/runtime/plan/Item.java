package dev.mortise.runtime.plan;

import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FuncType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component-level index means once a component is instantiated. */
public sealed interface Item
    permits Item.Func, Item.Instance, Item.Type, ModuleItem, ComponentItem {

  /** A function. */
  sealed interface Func extends Item {}

  /** A function that a step of the plan lifts. */
  record Lifted(int function) implements Func {
    @Override
    public String toString() {
      return "func " + function;
    }
  }

  /**
   * A function that the host supplies.
   *
   * @param slot which of the plan's host functions
   */
  record Host(int slot, FuncType type) implements Func {
    @Override
    public String toString() {
      return "host func " + slot;
    }
  }

  /** An instance: no more than its exports by name. */
  record Instance(Map<String, Item> exports) implements Item {
    public Instance {
      exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
  }

  /**
   * A type.
   *
   * @param type as the component that has the index sees it
   * @param resource which of the plan's resources it is, or null when it is no resource type
   */
  record Type(DefType type, @Nullable Integer resource) implements Item {
    @Override
    public String toString() {
      return resource == null ? "type " + type.kind() : "resource " + resource;
    }
  }
}
