package dev.mortise.loader.plan;

import dev.mortise.loader.core.CoreModuleType;
import dev.mortise.loader.engine.CoreModule;
import dev.mortise.loader.model.DecodedCoreModule;

/**
 * A core module: a part of a file.
 *
 * @param unit the file
 * @param module where it stands in the file
 * @param type what it imports and exports itself, whatever an import declared
 */
public record ModuleItem(CodeUnit unit, DecodedCoreModule module, CoreModuleType type)
    implements Item {
  /** The engine's module. */
  public CoreModule load() {
    return unit.module(module, type);
  }

  @Override
  public String toString() {
    return "module at 0x" + Long.toHexString(module.offset());
  }
}
