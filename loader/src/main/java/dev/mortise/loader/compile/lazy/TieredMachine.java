package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.types.ValType;
import dev.mortise.runtime.engine.chicory.stub.LazyMachine;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Runs the functions of one instance: by words here, else directly from one to the other. */
final class TieredMachine implements LazyMachine {
  private final LazyClasses classes;
  private final Instance instance;
  private @Nullable TieredInterpreter interpreter;

  TieredMachine(LazyClasses classes, Instance instance) {
    this.classes = classes;
    this.instance = instance;
  }

  @Override
  public long[] call(int function, long[] arguments) {
    ModuleContext context = classes.code().context();
    if (function < 0 || function >= context.functions()) {
      throw new ChicoryException("unknown function " + function);
    }
    if (function < context.importedFunctions()) {
      return instance.imports().function(function).handle().apply(instance, arguments);
    }
    MethodHandle method = classes.byWords(function);
    if (method == null) {
      return interpret(function, arguments);
    }
    @Nullable Memory memory = instance.memory();
    try {
      return (long[]) method.invokeExact(instance, memory, arguments);
    } catch (StackOverflowError e) {
      throw new ChicoryException("call stack exhausted", e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new LinkageError("func " + function, e);
    }
  }

  @Override
  public Object target(int type, int function) {
    ModuleContext context = classes.code().context();
    int actual = context.typeIndex(function);
    if (actual != type && !ValType.heapTypeSubtype(actual, type, context.module().typeSection())) {
      throw new ChicoryException("indirect call type mismatch");
    }
    return classes.target(type, function);
  }

  @Override
  public long[] interpret(int function, long[] arguments) {
    TieredInterpreter machine = interpreter;
    if (machine == null) {
      machine = new TieredInterpreter(instance, classes.code().interpretedBodies());
      interpreter = machine;
    }
    return machine.call(function, arguments);
  }
}
