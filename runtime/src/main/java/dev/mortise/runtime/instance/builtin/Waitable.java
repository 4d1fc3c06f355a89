package dev.mortise.runtime.instance.builtin;

import org.jspecify.annotations.Nullable;

/** Something that events come from (CanonicalABI.md, "Waitable State"). None comes so far. */
abstract class Waitable implements TableElement {
  static final String KIND = "a waitable";

  private @Nullable WaitableSet set;

  final boolean inSet() {
    return set != null;
  }

  /** Goes over to another set, or to none. */
  final void join(@Nullable WaitableSet other) {
    if (set != null) {
      set.size--;
    }
    set = other;
    if (other != null) {
      other.size++;
    }
  }
}
