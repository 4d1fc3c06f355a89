package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.types.FunctionType;
import dev.mortise.runtime.error.TrapException;
import java.util.Deque;

/** The interpreter, which notes on a trap's way out which functions it leaves. */
final class TracedInterpreter extends InterpreterMachine {
  private final GuestNames names;

  TracedInterpreter(Instance instance, GuestNames names) {
    super(instance);
    this.names = names;
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
    try {
      return super.call(stack, instance, callStack, function, arguments, callType, popResults);
    } catch (WasmException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      RuntimeException ours = ChicoryTraps.translate(e);
      if (ours instanceof TrapException trap && !names.isImport(function)) {
        trap.addFrame(names.frame(function));
      }
      throw ours;
    }
  }
}
