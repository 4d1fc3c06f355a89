package dev.mortise.runtime.plan;

import dev.mortise.runtime.type.ComponentType;

/** A component as a value: only who plans knows what it is made of. */
public non-sealed interface ComponentItem extends Item {
  /** What it imports and exports. */
  ComponentType type();
}
