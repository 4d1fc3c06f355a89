package dev.mortise.loader.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function.
 *
 * @param kind whether it stands alone or what it is to its resource
 * @param name the label; that of its resource for a constructor
 * @param async whether it may block
 * @param params the parameters, without the {@code self} of a method
 * @param result the result, or null; null for a constructor that returns its resource
 */
public record WitFunction(
    Kind kind, String name, boolean async, List<Param> params, @Nullable WitTypeRef result) {

  /** What a function is to a resource. */
  public enum Kind {
    /** It belongs to no resource. */
    FREESTANDING,
    CONSTRUCTOR,
    METHOD,
    STATIC
  }

  /** One parameter. */
  public record Param(String label, WitTypeRef type) {}

  public WitFunction {
    params = List.copyOf(params);
  }
}
