package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.builtin.AsyncReturn;
import dev.mortise.runtime.instance.builtin.CurrentTask;
import org.jspecify.annotations.Nullable;

/**
 * One call into a component instance (CanonicalABI.md, "Tasks"), and the thread that runs it. An
 * instance uses one object for all calls that are not nested in another.
 */
public final class Task implements CurrentTask {
  /** The call of the same instance that it interrupts, or null. */
  final @Nullable Task outer;

  private int borrows;
  private boolean async;
  private @Nullable RuntimeInstance caller;
  private boolean callerGoesOn;

  /** Whether the next call that uses this object would find something of this one. */
  private boolean used;

  private long @Nullable [] storage;
  private @Nullable AsyncReturn asyncReturn;

  Task(@Nullable Task outer) {
    this.outer = outer;
  }

  /** A borrow was lowered into the instance for this call. */
  void addBorrow() {
    borrows++;
  }

  /** The instance dropped one. */
  void removeBorrow() {
    borrows--;
  }

  /** Forgets the borrows of a call that did not begin after all. */
  void clearBorrows() {
    borrows = 0;
  }

  /** Checks, when the call returns, that all borrows were dropped. */
  public void checkBorrows() throws TrapException {
    if (borrows > 0) {
      throw Traps.borrowsRemain();
    }
  }

  /**
   * Says that the function is an {@code async func}, so that the call may wait.
   *
   * @param caller the instance that calls, or null for the host
   * @param callerGoesOn whether the caller, which lowered it with the option {@code async}, goes on
   *     then
   */
  void mayWait(@Nullable RuntimeInstance caller, boolean callerGoesOn) {
    used = true;
    async = true;
    this.caller = caller;
    this.callerGoesOn = callerGoesOn;
  }

  /** Forgets what belongs to the call: another may use the object. */
  void clear() {
    if (used) {
      used = false;
      async = false;
      caller = null;
      callerGoesOn = false;
      storage = null;
      asyncReturn = null;
    }
  }

  /** Says how the call returns: it was lifted with the option {@code async}. */
  void returnsBy(AsyncReturn asyncReturn) {
    used = true;
    this.asyncReturn = asyncReturn;
  }

  @Override
  public @Nullable AsyncReturn asyncReturn() {
    return asyncReturn;
  }

  @Override
  public long context(int slot) {
    return storage == null ? 0 : storage[slot];
  }

  @Override
  public void context(int slot, long value) {
    if (storage == null) {
      used = true;
      storage = new long[2];
    }
    storage[slot] = value;
  }

  /** Gives the thread another storage, null for a fresh one, and gives back the one it had. */
  long @Nullable [] swapStorage(long @Nullable [] other) {
    long[] before = storage;
    storage = other;
    return before;
  }

  @Override
  public int threadIndex() {
    int index = 0;
    for (Task task = this; task != null; task = task.outer) {
      index++;
    }
    return index;
  }

  @Override
  public void letOthersRun(String where) {
    if (chain().callerGoesOn()) {
      throw unsupported(where);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Traps.interrupted();
    }
  }

  @Override
  public RuntimeException blocked(String where) {
    Task last = chain();
    if (last.callerGoesOn()) {
      return unsupported(where);
    }
    return last.async ? Traps.deadlock(where) : Traps.cannotBlock(where);
  }

  /**
   * The outermost call that waits when this one does: one whose function may not wait, or whose
   * caller goes on, or is the host.
   */
  private Task chain() {
    Task task = this;
    while (task.async && !task.callerGoesOn() && task.caller != null) {
      task = task.caller.task();
    }
    return task;
  }

  /** Whether the caller goes on when this call waits: it does not need the result, or has it. */
  private boolean callerGoesOn() {
    return callerGoesOn || (asyncReturn != null && asyncReturn.isDone());
  }

  private static UnsupportedComponentException unsupported(String where) {
    return new UnsupportedComponentException(
        Diagnostic.of("not-supported-yet", where)
            .because("not supported yet: a call that waits while its caller goes on"));
  }
}
