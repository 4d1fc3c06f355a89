package dev.mortise.tck.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param instance the name of the instance, or null for the current one
 * @param function the export that is called
 * @param arguments in the order of the parameters
 */
public record Action(@Nullable String instance, String function, List<ScriptValue> arguments) {
  /** A copy of the list is kept. */
  public Action {
    arguments = List.copyOf(arguments);
  }
}
