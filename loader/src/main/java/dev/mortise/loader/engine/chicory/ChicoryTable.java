package dev.mortise.loader.engine.chicory;

import dev.mortise.loader.core.CoreExternType;
import dev.mortise.loader.engine.CoreTable;

/** A table that an instance exports. */
record ChicoryTable(LinkedTable table, CoreExternType.Table type) implements CoreTable {}
