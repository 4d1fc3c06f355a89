package dev.mortise.loader;

import dev.mortise.loader.compile.ChicoryCompiler;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.instance.HandleMaker;

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
      new LoadOptions(Features.defaults(), Execution.AUTO, HandleMaker.PLAIN);

  private final Features features;
  private final CoreEngine engine;
  private final HandleMaker handles;

  private LoadOptions(Features features, Execution execution, HandleMaker handles) {
    this(
        features,
        switch (execution) {
          case INTERPRET -> ChicoryEngine.interpreting();
          case COMPILE -> ChicoryEngine.compiling(new ChicoryCompiler(), Integer.MAX_VALUE);
          case AUTO -> ChicoryEngine.compiling(new ChicoryCompiler(), ChicoryCompiler.AUTO_BYTES);
        },
        handles);
  }

  private LoadOptions(Features features, CoreEngine engine, HandleMaker handles) {
    this.features = features;
    this.engine = engine;
    this.handles = handles;
  }

  /** These options with other proposals switched on. */
  public LoadOptions withFeatures(Features features) {
    return new LoadOptions(features, engine, handles);
  }

  /** These options with another way to run core functions. */
  public LoadOptions withExecution(Execution execution) {
    return new LoadOptions(features, execution, handles);
  }

  /** These options with an engine of one's own for core code. */
  public LoadOptions withEngine(CoreEngine engine) {
    return new LoadOptions(features, engine, handles);
  }

  /**
   * These options, and warnings of handles that leak: an own handle which an instance gave to the
   * host, and which becomes garbage before it was closed or passed on, is a warning of the {@link
   * System.Logger} {@code dev.mortise.loader}, with the stack trace of where it came from. For
   * finding mistakes; it makes each handle dearer, and changes nothing else.
   */
  public LoadOptions withLeakWarnings() {
    return withHandles(HandleMaker.WARNING);
  }

  /** The same with own handles to components' resources that are made in another way. */
  public LoadOptions withHandles(HandleMaker handles) {
    return new LoadOptions(features, engine, handles);
  }

  /** The proposals that are on. */
  public Features features() {
    return features;
  }

  CoreEngine engine() {
    return engine;
  }

  HandleMaker handles() {
    return handles;
  }
}
