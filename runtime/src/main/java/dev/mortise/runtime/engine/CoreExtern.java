package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;

/** Something that a core instance exports and another may import. */
public sealed interface CoreExtern
    permits CoreFunction, CoreMemory, CoreTable, CoreGlobal, CoreTag {

  /** Its type. */
  CoreExternType type();
}
