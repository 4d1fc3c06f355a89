package dev.mortise.runtime.engine.chicory.stub;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;

/**
 * What runs the functions of an instance whose code is made when it is called. The static methods
 * are for that code.
 */
public interface LazyMachine extends Machine {

  /**
   * The function that an indirect call means, made if need be.
   *
   * @param type the type index by which it is called
   * @return an object of the class for that type
   * @throws com.dylibso.chicory.wasm.ChicoryException when the function has another type
   */
  Object target(int type, int function);

  /** Runs a function that is not compiled; words as in {@link Machine#call}. */
  long[] interpret(int function, long[] arguments);

  /** As {@link #target(int, int)}, for an instance. */
  static Object target(Instance instance, int type, int function) {
    return of(instance).target(type, function);
  }

  /** As {@link #interpret(int, long[])}, for an instance. */
  static long[] interpret(long[] arguments, int function, Instance instance) {
    return of(instance).interpret(function, arguments);
  }

  private static LazyMachine of(Instance instance) {
    return (LazyMachine) instance.getMachine();
  }
}
