package dev.mortise.loader.plan;

import dev.mortise.loader.core.CoreModuleType;
import dev.mortise.loader.engine.CoreEngine;
import dev.mortise.loader.engine.CoreModule;
import dev.mortise.loader.model.DecodedCoreModule;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of code: its bytes, and its core modules as far as the engine has taken them in. Each
 * module is taken in once, by whoever needs it first; others wait for that.
 */
public final class CodeUnit {
  private final byte[] bytes;
  private final CoreEngine engine;
  private final Map<Long, CoreModule> modules = new ConcurrentHashMap<>();

  /**
   * A file.
   *
   * @param bytes not written to again
   */
  public CodeUnit(byte[] bytes, CoreEngine engine) {
    this.bytes = bytes;
    this.engine = engine;
  }

  /** The engine's module for one that stands in this file. */
  CoreModule module(DecodedCoreModule module, CoreModuleType type) {
    return modules.computeIfAbsent(
        module.offset(),
        offset ->
            engine.load(
                Arrays.copyOfRange(bytes, (int) module.offset(), (int) module.end()),
                type,
                module.offset()));
  }
}
