package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.runtime.TagInstance;
import dev.mortise.loader.core.CoreExternType;
import dev.mortise.loader.engine.CoreTag;

/** A tag that an instance exports. */
record ChicoryTag(TagInstance tag, CoreExternType.Tag type) implements CoreTag {}
