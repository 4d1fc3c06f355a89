package dev.mortise.runtime.generated;

import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.FunctionFactory;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects of the generated code of one plan; a generated class, without state. The plan's
 * exported functions have places, numbered from 0, and one function may have several.
 */
public interface UnitParts {
  /** A new unit: takes what one instance calls, by place, and holds it for the code that calls. */
  ObjIntConsumer<Object> unit();

  /** Which lifted function of the plan is in each place. */
  int[] lifts();

  /**
   * What messages call the exported functions that have no code: of those the unit takes a {@code
   * Function} of their arguments, in the places after the lifted functions.
   */
  String[] withoutCode();

  /** Makes the code of a lifted function. */
  Object lift(int place, FunctionFactory.Lifted parts);

  /**
   * Makes the code of a lowered function of the host.
   *
   * @param target the Java object whose method it calls
   * @return null when there is no code for it
   */
  @Nullable TypedFunction lower(int coreFunction, CanonicalContext context, Object target);

  /**
   * Makes the code of a call between components.
   *
   * @param callee the parts of the function that is called
   * @return null when there is no code for it
   */
  @Nullable TypedFunction fused(
      int coreFunction, CanonicalContext context, FunctionFactory.Lifted callee);

  /** Makes the object of the world, once the unit is filled. */
  Object world(Object unit);
}
