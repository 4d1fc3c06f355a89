package dev.mortise.runtime.engine.chicory;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreTable;

/** A table that an instance exports. */
record ChicoryTable(LinkedTable table, CoreExternType.Table type) implements CoreTable {}
