package dev.mortise.loader.model;

import dev.mortise.runtime.core.CoreValType;

/** A core value type as written. */
public sealed interface CoreValTypeRef {
  /** One that needs no type index. */
  record Plain(CoreValType type) implements CoreValTypeRef {}

  /** A reference to a defined type. */
  record Concrete(boolean nullable, long typeIndex) implements CoreValTypeRef {}
}
