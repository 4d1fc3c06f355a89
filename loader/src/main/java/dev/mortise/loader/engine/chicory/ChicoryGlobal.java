package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.runtime.GlobalInstance;
import dev.mortise.loader.core.CoreExternType;
import dev.mortise.loader.engine.CoreGlobal;

/** A global that an instance exports. */
record ChicoryGlobal(GlobalInstance global, CoreExternType.Global type) implements CoreGlobal {}
