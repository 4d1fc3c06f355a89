package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.runtime.TableInstance;
import dev.mortise.loader.core.CoreExternType;
import dev.mortise.loader.engine.CoreTable;

/** A table that an instance exports. */
record ChicoryTable(TableInstance table, CoreExternType.Table type) implements CoreTable {}
