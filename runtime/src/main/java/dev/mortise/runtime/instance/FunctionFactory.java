package dev.mortise.runtime.instance;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.Step;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts generated code in the place of interpreted functions: one object for each instantiation,
 * which is asked for the functions of the plan's steps in their order.
 */
public interface FunctionFactory {

  /** Leaves all functions to the interpreter. */
  FunctionFactory INTERPRETER = new FunctionFactory() {};

  /**
   * The parts of a lifted function.
   *
   * @param callee the core function
   * @param postReturn what to call after the result is lifted, or null
   */
  record Lifted(CanonicalContext context, CoreFunction callee, @Nullable CoreFunction postReturn) {}

  /**
   * A lifted function.
   *
   * @param interpreted makes the function as the interpreter runs it, to be asked once
   * @return the function to take, which may be the interpreted one
   */
  default RuntimeFunction lift(
      Step.LiftFunction step, Lifted parts, Supplier<RuntimeFunction> interpreted) {
    return interpreted.get();
  }

  /**
   * What a lowered function calls when the interpreter runs it.
   *
   * @param callee what the plan says
   * @return the function to take, which may be that one
   */
  default RuntimeFunction callee(Step.LowerFunction step, RuntimeFunction callee) {
    return callee;
  }

  /**
   * The Java side of a lowered function.
   *
   * @param callee what it calls
   * @param interpreted makes the Java side as the interpreter runs it, to be asked once
   * @return the one to take, which may be the interpreted one
   */
  default HostCoreFunction.Body lower(
      Step.LowerFunction step,
      CanonicalContext context,
      RuntimeFunction callee,
      Supplier<HostCoreFunction.Body> interpreted) {
    return interpreted.get();
  }
}
