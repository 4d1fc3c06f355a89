package dev.mortise.runtime.instance;

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

  /** Whether it enters the instance itself and nothing else: so it is mostly. */
  final boolean simple;

  /** The instance itself, or null when nothing is entered. */
  private final @Nullable RuntimeInstance innermost;

  /** Those around it, or null when there are none. */
  private final RuntimeInstance @Nullable [] around;

  /** Whether nobody may come by it. */
  private final boolean closed;

  private EntryPath(
      @Nullable RuntimeInstance caller, List<RuntimeInstance> entered, boolean closed) {
    this.caller = caller;
    this.closed = closed;
    simple = entered.size() == 1 && !closed;
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
    return new EntryPath(caller, entered, false);
  }

  /** A way that nobody may come by. */
  static EntryPath closed(RuntimeInstance caller, RuntimeInstance callee) {
    return new EntryPath(caller, List.of(callee), true);
  }

  /** Whether it enters nothing, for the callee runs already. */
  boolean isInside() {
    return innermost == null;
  }

  /** Whether all of them may be entered. */
  boolean mayEnter() {
    return !closed
        && (innermost == null || innermost.mayEnter)
        && (around == null || mayEnter(around));
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
