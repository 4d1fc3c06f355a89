package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.runtime.internal.CompilerInterpreterMachine;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.util.Deque;

/**
 * Interprets the functions that are not compiled, one at a time: whatever such a function calls is
 * called through the machine of the instance, so that each has its frame in Java's stack traces.
 */
final class TieredInterpreter extends CompilerInterpreterMachine {
  private static final int[] NONE = {};

  private final InterpretedBodies bodies;

  TieredInterpreter(Instance instance, InterpretedBodies bodies) {
    super(instance, NONE);
    this.bodies = bodies;
  }

  @Override
  protected long[] call(
      MStack stack,
      Instance instance,
      Deque<StackFrame> callStack,
      int function,
      long[] arguments,
      FunctionType callType,
      boolean popResults) {
    if (function < bodies.context().importedFunctions()) {
      return super.call(stack, instance, callStack, function, arguments, callType, popResults);
    }
    return super.call(
        stack,
        bodies.of(function),
        callStack,
        InterpretedBodies.INDEX,
        arguments,
        callType,
        popResults);
  }

  /** Runs the body that was taken from an instance of its own on what the real one has. */
  @Override
  protected void eval(MStack stack, Instance body, Deque<StackFrame> callStack) {
    super.eval(stack, instance(), callStack);
  }
}
