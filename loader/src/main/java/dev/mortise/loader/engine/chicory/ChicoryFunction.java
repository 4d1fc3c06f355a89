package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.runtime.ExportFunction;
import dev.mortise.loader.core.CoreExternType;
import dev.mortise.loader.engine.CoreFunction;

/** A function that an instance exports. */
record ChicoryFunction(ExportFunction function, CoreExternType.Func type) implements CoreFunction {
  private static final long[] NOTHING = {};

  @Override
  public long[] call(long... arguments) {
    if (arguments.length != type.type().params().size()) {
      throw new IllegalArgumentException(type + " called with " + arguments.length + " arguments");
    }
    long[] results = ChicoryTraps.guard(function, arguments);
    return results == null ? NOTHING : results;
  }
}
