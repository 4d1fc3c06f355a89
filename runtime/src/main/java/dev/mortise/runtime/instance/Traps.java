package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;

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

  /** No trap: whoever calls holds on to what somebody has closed. */
  static CallException closed(RuntimeInstance instance) {
    return new CallException(
        Diagnostic.of("instance-closed", instance.toString())
            .because("the layer that it belongs to was closed")
            .withHint("Use what a layer gives before closing it, or define the layer again"));
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

  static TrapException wrongHandle(int index, String expected, String found) {
    return trap(
        "wrong-handle-type",
        "handle",
        "handle index "
            + index
            + " used with the wrong type, expected "
            + expected
            + " but found "
            + (expected.equals(found) ? "a different " : "")
            + found,
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

  static TrapException cannotBlock(String where) {
    return trap(
        "cannot-block",
        where,
        "cannot block a synchronous task before returning: nothing else could run",
        "canon-lift");
  }

  static TrapException deadlock(String where) {
    return trap(
        "deadlock",
        where,
        "deadlock detected: event loop cannot make further progress",
        "embedding");
  }

  static TrapException unknownCallbackCode(int code) {
    return trap("unknown-callback-code", "call", "unsupported callback code " + code, "canon-lift");
  }

  static TrapException interrupted() {
    return trap("interrupted", "call", "the thread was interrupted", "canon-lift");
  }

  static TrapException borrowsRemain() {
    return trap(
        "borrows-remain",
        "call",
        "borrow handles still remain at the end of the call",
        "canon-lift");
  }
}
