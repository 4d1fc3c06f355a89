package dev.mortise.runtime.generated;

import dev.mortise.runtime.instance.FunctionFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions of other instances that an instance calls from memory to memory: those for
 * which its code was made so.
 */
@FunctionalInterface
public interface LinkedCallees {
  /** All calls go by way of Java. */
  LinkedCallees NONE = path -> null;

  /**
   * The function that is imported.
   *
   * @param path the names of the import and of the function
   * @return null when it is called by way of Java
   */
  FunctionFactory.@Nullable Lifted find(List<String> path);
}
