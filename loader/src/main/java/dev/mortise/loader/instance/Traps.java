package dev.mortise.loader.instance;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.TrapException;

/** The traps of the run time, each with its code. */
final class Traps {
  private Traps() {}

  private static TrapException trap(String code, String where, String why, String spec) {
    return new TrapException(
        Diagnostic.of(code, where).because(why).withSpec("CanonicalABI.md#" + spec));
  }

  static TrapException cannotEnter(RuntimeInstance instance) {
    return trap(
        "cannot-enter",
        instance.toString(),
        "cannot enter component instance: it is running already, and is not entered twice at a"
            + " time",
        "component-instances");
  }

  static TrapException cannotLeave(RuntimeInstance instance) {
    return trap(
        "cannot-leave",
        instance.toString(),
        "cannot leave component instance: realloc and post-return may not call out",
        "canon-lower");
  }

  static TrapException unknownHandle(long index) {
    return trap("unknown-handle", "handle", "unknown handle index " + index, "table-state");
  }

  static TrapException wrongHandle(int index, RuntimeResource expected, RuntimeResource found) {
    return trap(
        "wrong-handle-type",
        "handle",
        "handle index "
            + index
            + " used with the wrong type, expected "
            + expected.describe()
            + " but found "
            + (expected.describe().equals(found.describe()) ? "a different " : "")
            + found.describe(),
        "resource-state");
  }

  static TrapException lentHandle() {
    return trap(
        "handle-lent", "handle", "cannot remove owned resource while borrowed", "resource-state");
  }

  static TrapException notOwned(int index) {
    return trap(
        "handle-not-owned",
        "handle",
        "handle index " + index + " is a borrow: cannot transfer ownership of it",
        "resource-state");
  }

  static TrapException tableFull() {
    return trap("table-full", "handle", "the handle table is full", "table-state");
  }

  static TrapException borrowsRemain() {
    return trap(
        "borrows-remain",
        "call",
        "borrow handles still remain at the end of the call",
        "canon-lift");
  }
}
