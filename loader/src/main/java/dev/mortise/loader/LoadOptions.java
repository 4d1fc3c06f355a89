package dev.mortise.loader;

import dev.mortise.loader.cache.CodeCache;
import dev.mortise.loader.compile.ChicoryCompiler;
import dev.mortise.loader.compile.lazy.CodeProgress;
import dev.mortise.loader.compile.lazy.TieredEngine;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.instance.HandleMaker;
import org.jspecify.annotations.Nullable;

/** How components are loaded. */
public final class LoadOptions {
  /** How core functions run. */
  public enum Execution {
    /** At once, and slowly: for one call of a large component. */
    INTERPRET,
    /** Compiled to JVM classes before the first call. */
    COMPILE,
    /**
     * Each function compiled when it is first called, with others ahead of their first call on
     * another processor; from a cache where there is one, see {@link #withCache}. For components of
     * any size.
     */
    TIERED,
    /** Compiled before the first call, but tiered where a core module is large. */
    AUTO
  }

  /** What the specification has shipped; compiled unless that takes long. */
  public static final LoadOptions DEFAULT =
      new LoadOptions(
          Features.defaults(), Execution.AUTO, null, CodeProgress.NONE, null, HandleMaker.PLAIN);

  private final Features features;
  private final Execution execution;
  private final @Nullable CodeCache cache;
  private final CodeProgress progress;
  private final @Nullable CoreEngine engine;
  private final HandleMaker handles;

  private LoadOptions(
      Features features,
      Execution execution,
      @Nullable CodeCache cache,
      CodeProgress progress,
      @Nullable CoreEngine engine,
      HandleMaker handles) {
    this.features = features;
    this.execution = execution;
    this.cache = cache;
    this.progress = progress;
    this.engine = engine;
    this.handles = handles;
  }

  /** These options with other proposals switched on. */
  public LoadOptions withFeatures(Features features) {
    return new LoadOptions(features, execution, cache, progress, engine, handles);
  }

  /** These options with another way to run core functions. */
  public LoadOptions withExecution(Execution execution) {
    return new LoadOptions(features, execution, cache, progress, null, handles);
  }

  /**
   * These options with a place where compiled code is kept for other processes, and later ones;
   * used by what runs tiered. Without one, code ends with the process.
   */
  public LoadOptions withCache(CodeCache cache) {
    return new LoadOptions(features, execution, cache, progress, engine, handles);
  }

  /** These options with one who wants to know what takes long; told of what runs tiered. */
  public LoadOptions withProgress(CodeProgress progress) {
    return new LoadOptions(features, execution, cache, progress, engine, handles);
  }

  /** These options with an engine of one's own for core code. */
  public LoadOptions withEngine(CoreEngine engine) {
    return new LoadOptions(features, execution, cache, progress, engine, handles);
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
    return new LoadOptions(features, execution, cache, progress, engine, handles);
  }

  /** The proposals that are on. */
  public Features features() {
    return features;
  }

  /**
   * The engine for a component.
   *
   * @param name what to call the component when people look into the cache
   */
  CoreEngine engine(String name) {
    if (engine != null) {
      return engine;
    }
    return switch (execution) {
      case INTERPRET -> ChicoryEngine.interpreting();
      case COMPILE -> ChicoryEngine.compiling(new ChicoryCompiler());
      case TIERED -> new TieredEngine(cache, name, progress);
      case AUTO -> {
        CoreEngine small = ChicoryEngine.compiling(new ChicoryCompiler());
        CoreEngine large = new TieredEngine(cache, name, progress);
        yield (bytes, type, offset) ->
            (bytes.length <= ChicoryCompiler.AUTO_BYTES ? small : large).load(bytes, type, offset);
      }
    };
  }

  HandleMaker handles() {
    return handles;
  }
}
