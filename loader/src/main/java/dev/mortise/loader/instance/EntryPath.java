package dev.mortise.loader.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a caller into an instance: the instances that a call enters, which are the instance
 * itself and those around it, up to the first that is around the caller too. An instance that calls
 * itself, or one that is around it, enters nothing.
 */
final class EntryPath {
  /** The instance that calls, or null for the host. */
  final @Nullable RuntimeInstance caller;

  /** The instance itself, or null when nothing is entered. */
  private final @Nullable RuntimeInstance innermost;

  /** Those around it, or null when there are none: so it is mostly. */
  private final RuntimeInstance @Nullable [] around;

  private EntryPath(@Nullable RuntimeInstance caller, List<RuntimeInstance> entered) {
    this.caller = caller;
    innermost = entered.isEmpty() ? null : entered.get(0);
    around =
        entered.size() < 2
            ? null
            : entered.subList(1, entered.size()).toArray(RuntimeInstance[]::new);
  }

  static EntryPath of(@Nullable RuntimeInstance caller, RuntimeInstance callee) {
    List<RuntimeInstance> entered = new ArrayList<>(2);
    for (RuntimeInstance i = callee; i != null && !i.isAround(caller); i = i.parent()) {
      entered.add(i);
    }
    return new EntryPath(caller, entered);
  }

  /** Whether it enters nothing, for the callee runs already. */
  boolean isInside() {
    return innermost == null;
  }

  /** Whether all of them may be entered. */
  boolean mayEnter() {
    return (innermost == null || innermost.mayEnter) && (around == null || mayEnter(around));
  }

  private static boolean mayEnter(RuntimeInstance[] instances) {
    for (RuntimeInstance instance : instances) {
      if (!instance.mayEnter) {
        return false;
      }
    }
    return true;
  }

  /** Says for all of them whether they may be entered. */
  void setMayEnter(boolean value) {
    if (innermost != null) {
      innermost.mayEnter = value;
    }
    if (around != null) {
      for (RuntimeInstance instance : around) {
        instance.mayEnter = value;
      }
    }
  }
}
