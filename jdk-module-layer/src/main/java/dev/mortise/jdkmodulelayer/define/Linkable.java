package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.call.LinkedFunction;
import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a component offers to the code of others that call it from memory to memory.
 *
 * @param packageName the package of its code, which has others below it
 * @param names the names of its exported interfaces by their Java classes
 * @param functions its functions by their paths
 */
record Linkable(
    String packageName, Map<ClassName, String> names, Map<List<String>, LinkedFunction> functions) {
  Linkable {
    names = Map.copyOf(names);
    functions = Map.copyOf(functions);
  }

  static Linkable of(ComponentClasses classes) {
    WorldDecl world = classes.model().world();
    Map<ClassName, String> names = new HashMap<>();
    world.accessors().forEach(accessor -> names.put(accessor.type(), accessor.wit()));
    return new Linkable(ComponentDescriptor.internal(world.name()), names, classes.exports());
  }

  @Nullable LinkedFunction function(ClassName type, String function) {
    String name = names.get(type);
    return name == null ? null : functions.get(List.of(name, function));
  }

  /** Whether a package is one of those of its code. */
  boolean has(String name) {
    return name.equals(packageName) || name.startsWith(packageName + ".");
  }
}
