package dev.mortise.loader.compat;

import dev.mortise.runtime.type.StructuralType;
import org.jspecify.annotations.Nullable;

/** Two types by identity, an old one and what it has become. */
@SuppressWarnings("ReferenceEquality") // types may share their parts heavily
record TypePair(StructuralType old, StructuralType now) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypePair pair && pair.old == old && pair.now == now;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(old) * 31 + System.identityHashCode(now);
  }
}
