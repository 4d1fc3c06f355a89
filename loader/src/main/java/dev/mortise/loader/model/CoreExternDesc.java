package dev.mortise.loader.model;

import dev.mortise.runtime.core.CoreExternType;

/** The type of a core import or export as written (core binary format, {@code externtype}). */
public sealed interface CoreExternDesc {
  /** A function by type index. */
  record Func(long typeIndex) implements CoreExternDesc {}

  /** An exception tag by type index. */
  record Tag(long typeIndex) implements CoreExternDesc {}

  /** A table. */
  record Table(CoreValTypeRef element, CoreExternType.Limits limits, boolean is64, boolean shared)
      implements CoreExternDesc {}

  /** A memory: it has no type index inside, so it is resolved as read. */
  record Memory(CoreExternType.Memory type) implements CoreExternDesc {}

  /** A global. */
  record Global(CoreValTypeRef type, boolean mutable) implements CoreExternDesc {}
}
