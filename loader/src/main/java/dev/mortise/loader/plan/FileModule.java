package dev.mortise.loader.plan;

import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.plan.ModuleItem;

/**
 * A core module that is a part of a file.
 *
 * @param unit the file
 * @param module where it stands in the file
 * @param type what it imports and exports itself, whatever an import declared
 */
public record FileModule(CodeUnit unit, DecodedCoreModule module, CoreModuleType type)
    implements ModuleItem {
  @Override
  public CoreModule load() {
    return unit.module(module, type);
  }

  @Override
  public String toString() {
    return "module at 0x" + Long.toHexString(module.offset());
  }
}
