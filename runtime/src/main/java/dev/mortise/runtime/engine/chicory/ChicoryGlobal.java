package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.GlobalInstance;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreGlobal;

/** A global that an instance exports. */
record ChicoryGlobal(GlobalInstance global, CoreExternType.Global type) implements CoreGlobal {}
