package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component-level function: one that a component lifts, or one of the host. */
public interface RuntimeFunction {
  /**
   * Calls the function.
   *
   * @param arguments values of the parameters' types
   * @param caller the instance that calls, or null for the host
   * @return the result, {@link ComponentValue#UNIT} when there is none
   */
  ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller);

  /** How the strings that it returns lay in its memory, or null when they are Java's. */
  default @Nullable StringEncoding encoding() {
    return null;
  }
}
