package dev.mortise.cli.run;

import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.WitTypes;
import java.util.List;

/**
 * A function that can be called.
 *
 * @param path the names of the exported instances around it, outside in; empty when the component
 *     itself exports it
 * @param name its extern name in there
 */
public record ExportedFunction(List<String> path, String name, FuncType type) {
  public ExportedFunction {
    path = List.copyOf(path);
  }

  /** The name that no other function has, such as {@code docs:greeter/api@1.0.0#greet}. */
  public String fullName() {
    return path.isEmpty() ? name : String.join("#", path) + "#" + name;
  }

  /** The function as a line of WIT, but with its full name. */
  public String wit() {
    return fullName() + ": " + WitTypes.describe(type);
  }

  /** The function of a running instance. */
  public ComponentFunction of(Instance instance) {
    Instance current = instance;
    for (String step : path) {
      current = current.instance(step);
    }
    return current.function(name);
  }
}
