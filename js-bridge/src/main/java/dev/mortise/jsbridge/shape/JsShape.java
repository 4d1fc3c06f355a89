package dev.mortise.jsbridge.shape;

import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a component imports and exports, as JavaScript names it.
 *
 * @param imports what JavaScript or Java supplies, in the component's order
 * @param exports what the component's instances have, in the component's order
 * @param skipped what JavaScript has no form of (core modules, components as values), and why
 */
public record JsShape(List<Item> imports, List<Item> exports, Map<String, String> skipped) {
  public JsShape {
    imports = List.copyOf(imports);
    exports = List.copyOf(exports);
    skipped = Map.copyOf(skipped);
  }

  /** The shape of a component. */
  public static JsShape of(ComponentType type) {
    return new ShapeReader(type).read();
  }

  /** Something that is imported or exported. */
  public sealed interface Item {
    /** The name in WIT, such as {@code docs:text/ops@0.2.1} or {@code greet-person}. */
    String wit();

    /** The name in JavaScript. */
    String js();
  }

  /**
   * A function.
   *
   * @param wit the name in WIT, such as {@code greet-person} or {@code [method]counter.add}
   * @param js the name in JavaScript, such as {@code greetPerson}; of a constructor that of the
   *     class
   * @param type its type; a method's first parameter is {@code self}
   */
  public record Function(String wit, String js, FuncType type) implements Item {}

  /**
   * A resource, which is a class.
   *
   * @param wit the label in WIT
   * @param js the name of the class
   * @param constructor the function that {@code new} calls, or null when there is none
   */
  public record ResourceClass(
      String wit,
      String js,
      ResourceType type,
      @Nullable Function constructor,
      List<Function> methods,
      List<Function> statics)
      implements Item {
    public ResourceClass {
      methods = List.copyOf(methods);
      statics = List.copyOf(statics);
    }
  }

  /**
   * An interface, which is a namespace object.
   *
   * @param wit the full name, such as {@code docs:text/ops@0.2.1}, or a plain one
   * @param js the short name, such as {@code ops}; several interfaces of a component may share it
   */
  public record Namespace(
      String wit,
      String js,
      InstanceType type,
      List<Function> functions,
      List<ResourceClass> classes)
      implements Item {
    public Namespace {
      functions = List.copyOf(functions);
      classes = List.copyOf(classes);
    }

    /** Whether it has types alone, so that nobody needs to supply it. */
    public boolean isEmpty() {
      return functions.isEmpty() && classes.isEmpty();
    }
  }
}
