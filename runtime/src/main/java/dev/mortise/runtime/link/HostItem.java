package dev.mortise.runtime.link;

import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.plan.ComponentItem;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.type.ExternType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that the host supplies under a name. */
public sealed interface HostItem {
  /** The name of the object that supplies the functions which belong to no interface. */
  String ROOT = "";

  /** The kind in the specification's word. */
  String kind();

  /** A function of Java, which takes the type that the component asks for. */
  record Func(HostFunction function) implements HostItem {
    @Override
    public String kind() {
      return "func";
    }
  }

  /** An instance made of other items. */
  record Instance(Map<String, HostItem> exports) implements HostItem {
    public Instance {
      exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    @Override
    public String kind() {
      return "instance";
    }
  }

  /** A resource type. */
  record Resource(RuntimeResource resource) implements HostItem {
    @Override
    public String kind() {
      return "resource";
    }
  }

  /** A core module. */
  record Module(ModuleItem module) implements HostItem {
    @Override
    public String kind() {
      return "module";
    }
  }

  /** A component. */
  record Component(ComponentItem component) implements HostItem {
    @Override
    public String kind() {
      return "component";
    }
  }

  /** What another component instance exports; it has a type of its own, which must fit. */
  record Exported(RuntimeItem item, ExternType type) implements HostItem {
    @Override
    public String kind() {
      return type.kind();
    }
  }

  /**
   * A Java object whose methods generated code calls: the functions of an interface.
   *
   * @param contract the Java interface under which it was given
   */
  record Typed(Object object, Class<?> contract) implements HostItem {
    @Override
    public String kind() {
      return "Java object";
    }
  }
}
