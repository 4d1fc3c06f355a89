package dev.mortise.runtime.plan;

import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreModule;

/** A core module. */
public non-sealed interface ModuleItem extends Item {
  /** What it imports and exports itself, whatever an import declared. */
  CoreModuleType type();

  /** The engine's module. */
  CoreModule load();
}
