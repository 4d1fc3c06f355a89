package dev.mortise.jsbridge.shape;

import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a component's type. A resource is a class where it is introduced, and nowhere else. */
final class ShapeReader {
  private static final String CONSTRUCTOR = "[constructor]";
  private static final String METHOD = "[method]";
  private static final String STATIC = "[static]";

  private final ComponentType component;
  private final Set<ResourceType> introduced = new HashSet<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();

  ShapeReader(ComponentType component) {
    this.component = component;
  }

  JsShape read() {
    List<Item> imports = items(component.imports());
    List<Item> exports = items(component.exports());
    return new JsShape(imports, exports, skipped);
  }

  private List<Item> items(Map<String, ExternType> externs) {
    List<Item> items = new ArrayList<>();
    externs.forEach(
        (name, extern) -> {
          if (extern instanceof InstanceType instance) {
            items.add(
                new Namespace(
                    name,
                    JsNames.namespace(name),
                    instance,
                    functions(instance.exports()),
                    classes(instance.exports())));
          }
        });
    items.addAll(classes(externs));
    items.addAll(functions(externs));
    externs.forEach(
        (name, extern) -> {
          switch (extern) {
            case ComponentType nested -> skipped.put(name, "a component is no JavaScript value");
            case ExternType.Module module -> skipped.put(name, "a core module is no value here");
            case ExternType.Value value -> skipped.put(name, "values are not supported yet");
            case FuncType func -> {}
            case InstanceType instance -> {}
            case ExternType.Type type -> {}
          }
        });
    return items;
  }

  /** The functions that belong to no resource. */
  private static List<Function> functions(Map<String, ExternType> externs) {
    List<Function> functions = new ArrayList<>();
    externs.forEach(
        (name, extern) -> {
          if (extern instanceof FuncType type && !name.startsWith("[")) {
            functions.add(new Function(name, JsNames.member(name), type));
          }
        });
    return functions;
  }

  private List<ResourceClass> classes(Map<String, ExternType> externs) {
    List<ResourceClass> classes = new ArrayList<>();
    externs.forEach(
        (name, extern) -> {
          if (extern instanceof ExternType.Type named
              && named.type() instanceof ResourceType type
              && introduced.add(type)) {
            classes.add(resourceClass(name, type, externs));
          }
        });
    return classes;
  }

  private static ResourceClass resourceClass(
      String label, ResourceType type, Map<String, ExternType> externs) {
    String js = JsNames.type(label);
    @Nullable Function constructor = null;
    if (externs.get(CONSTRUCTOR + label) instanceof FuncType func) {
      constructor = new Function(CONSTRUCTOR + label, js, func);
    }
    return new ResourceClass(
        label,
        js,
        type,
        constructor,
        members(METHOD + label + ".", externs),
        members(STATIC + label + ".", externs));
  }

  private static List<Function> members(String prefix, Map<String, ExternType> externs) {
    List<Function> members = new ArrayList<>();
    externs.forEach(
        (name, extern) -> {
          if (extern instanceof FuncType func && name.startsWith(prefix)) {
            String js = JsNames.member(name.substring(prefix.length()));
            // A class has a property of this name that cannot be another.
            members.add(
                new Function(
                    name,
                    js.equals("prototype") && prefix.startsWith(STATIC) ? js + "_" : js,
                    func));
          }
        });
    return members;
  }
}
