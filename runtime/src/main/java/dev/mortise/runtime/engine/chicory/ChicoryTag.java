package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.TagInstance;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreTag;

/** A tag that an instance exports. */
record ChicoryTag(TagInstance tag, CoreExternType.Tag type) implements CoreTag {}
