package dev.mortise.loader;

import dev.mortise.loader.compile.ChicoryCompiler;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;

/** How components are loaded. */
public final class LoadOptions {
  /** How core functions run. */
  public enum Execution {
    /** At once, and slowly: for one call of a large component. */
    INTERPRET,
    /** Compiled to JVM classes before the first call. */
    COMPILE,
    /** Compiled unless a core module is so large that interpreting answers sooner. */
    AUTO
  }

  /** What the specification has shipped; compiled unless that takes long. */
  public static final LoadOptions DEFAULT =
      new LoadOptions(Features.defaults(), Execution.AUTO, false);

  private final Features features;
  private final CoreEngine engine;
  private final boolean watchesHandles;

  private LoadOptions(Features features, Execution execution, boolean watchesHandles) {
    this(
        features,
        switch (execution) {
          case INTERPRET -> ChicoryEngine.interpreting();
          case COMPILE -> ChicoryEngine.compiling(new ChicoryCompiler(), Integer.MAX_VALUE);
          case AUTO -> ChicoryEngine.compiling(new ChicoryCompiler(), ChicoryCompiler.AUTO_BYTES);
        },
        watchesHandles);
  }

  private LoadOptions(Features features, CoreEngine engine, boolean watchesHandles) {
    this.features = features;
    this.engine = engine;
    this.watchesHandles = watchesHandles;
  }

  /** These options with other proposals switched on. */
  public LoadOptions withFeatures(Features features) {
    return new LoadOptions(features, engine, watchesHandles);
  }

  /** These options with another way to run core functions. */
  public LoadOptions withExecution(Execution execution) {
    return new LoadOptions(features, execution, watchesHandles);
  }

  /** These options with an engine of one's own for core code. */
  public LoadOptions withEngine(CoreEngine engine) {
    return new LoadOptions(features, engine, watchesHandles);
  }

  /**
   * These options, and warnings of handles that leak: an own handle which an instance gave to the
   * host, and which becomes garbage before it was closed or passed on, is a warning of the {@link
   * System.Logger} {@code dev.mortise.loader}, with the stack trace of where it came from. For
   * finding mistakes; it makes each handle dearer, and changes nothing else.
   */
  public LoadOptions withLeakWarnings() {
    return new LoadOptions(features, engine, true);
  }

  /** The proposals that are on. */
  public Features features() {
    return features;
  }

  CoreEngine engine() {
    return engine;
  }

  boolean watchesHandles() {
    return watchesHandles;
  }
}
