package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;

/** A core function that Java implements: what {@code canon lower} and the built-ins make. */
public final class HostCoreFunction implements CoreFunction {
  /** The Java side of a core function; words as in {@link CoreFunction#call}. */
  @FunctionalInterface
  public interface Body {
    /** Runs the function. */
    long[] call(long[] arguments);
  }

  private final CoreExternType.Func type;
  private final String name;
  private final Body body;

  /**
   * A core function.
   *
   * @param name what stack traces call it
   */
  public HostCoreFunction(String name, CoreFuncType type, Body body) {
    this.name = name;
    this.type = new CoreExternType.Func(type);
    this.body = body;
  }

  /** What stack traces call it. */
  public String name() {
    return name;
  }

  /** The Java side. */
  public Body body() {
    return body;
  }

  @Override
  public CoreExternType.Func type() {
    return type;
  }

  @Override
  public long[] call(long... arguments) {
    return body.call(arguments);
  }
}
