package dev.mortise.runtime.generated;

import dev.mortise.runtime.instance.FunctionFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance of a component whose classes were made ahead of time. */
public final class GeneratedInstance implements AutoCloseable {
  private final Object world;
  private final Map<Integer, FunctionFactory.Lifted> functions;

  GeneratedInstance(Object world, Map<Integer, FunctionFactory.Lifted> functions) {
    this.world = world;
    this.functions = functions;
  }

  /** The object of the component's world. */
  public Object world() {
    return world;
  }

  /** Lets nobody call it any more; a call that runs ends as ever. */
  @Override
  public void close() {
    functions.values().forEach(function -> function.context().close());
  }

  /** The parts of a lifted function, for code of another component that calls it. */
  public FunctionFactory.@Nullable Lifted function(int number) {
    return functions.get(number);
  }
}
