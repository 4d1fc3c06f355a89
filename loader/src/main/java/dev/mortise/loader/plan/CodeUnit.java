package dev.mortise.loader.plan;

import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
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

  /** A copy of the bytes between two offsets. */
  public byte[] bytes(long offset, long end) {
    return Arrays.copyOfRange(bytes, (int) offset, (int) end);
  }

  /** The engine's module for one that stands in this file. */
  CoreModule module(DecodedCoreModule module, CoreModuleType type) {
    return modules.computeIfAbsent(module.offset(), offset -> load(module, type));
  }

  private CoreModule load(DecodedCoreModule module, CoreModuleType type) {
    module.memories().forEach(memory -> requireSupported(memory.type(), module));
    for (CoreModuleType.Import item : type.imports()) {
      if (item.type() instanceof CoreExternType.Memory memory) {
        requireSupported(memory, module);
      }
    }
    return engine.load(
        Arrays.copyOfRange(bytes, (int) module.offset(), (int) module.end()),
        type,
        module.offset());
  }

  private static void requireSupported(CoreExternType.Memory memory, DecodedCoreModule module) {
    if (memory.is64()) {
      throw LinkPlanner.unsupported("64-bit memories in core modules", module.offset());
    }
    if (memory.pageSizeLog2() != 16) {
      throw LinkPlanner.unsupported("custom page sizes in core modules", module.offset());
    }
  }
}
