package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.Allocator;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.Destructor;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function that an instance exports.
 *
 * @param index its index in the module
 * @param classes the compiled module, or null when it is interpreted
 */
record ChicoryFunction(
    ExportFunction function,
    CoreExternType.Func type,
    Instance instance,
    int index,
    @Nullable CompiledModule classes)
    implements CoreFunction {
  private static final long[] NOTHING = {};

  @Override
  public long[] call(long... arguments) {
    if (arguments.length != type.type().params().size()) {
      throw new IllegalArgumentException(type + " called with " + arguments.length + " arguments");
    }
    return orNothing(ChicoryTraps.guard(function, arguments));
  }

  @Override
  public Object[] environment() {
    return new Object[] {instance.memory(), instance};
  }

  /** The function for compiled code to import, or null when it is not compiled itself. */
  @Nullable TypedFunction asImport() {
    return classes == null ? null : classes.export(index, instance);
  }

  @Override
  public RuntimeException leaving(Throwable e) {
    return ChicoryTraps.leaving(e);
  }

  @Override
  public Allocator allocator() {
    return asImport() instanceof Allocator typed ? typed : CoreFunction.super.allocator();
  }

  @Override
  public Destructor destructor() {
    return asImport() instanceof Destructor typed ? typed : CoreFunction.super.destructor();
  }

  /** The function for other core code, whose exceptions may be that code's to catch. */
  CoreFunction unguarded() {
    return new CoreFunction() {
      @Override
      public CoreExternType.Func type() {
        return type;
      }

      @Override
      public long[] call(long... arguments) {
        return orNothing(function.apply(arguments));
      }
    };
  }

  private static long[] orNothing(long @Nullable [] results) {
    return results == null ? NOTHING : results;
  }
}
