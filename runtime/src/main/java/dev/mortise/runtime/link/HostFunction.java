package dev.mortise.runtime.link;

import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that Java supplies for an import.
 *
 * <p>Its result is converted to the WIT type of the import, strictly: a value that does not fit is
 * refused with its path. An exception that it throws ends the component's call as a trap with that
 * cause.
 */
@FunctionalInterface
public interface HostFunction {
  /**
   * Runs the function.
   *
   * @param arguments values of the parameters' types
   * @return the result as a plain Java object or a {@link ComponentValue}; null when there is none
   */
  @Nullable Object call(List<ComponentValue> arguments) throws Exception;
}
