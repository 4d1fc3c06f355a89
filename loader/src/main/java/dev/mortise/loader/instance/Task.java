package dev.mortise.loader.instance;

import dev.mortise.loader.error.TrapException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call into a component instance (CanonicalABI.md, "Tasks"). An instance uses one object for
 * all calls that are not nested in another.
 */
public final class Task {
  /** The nested call that it interrupts, or null. */
  final @Nullable Task outer;

  private @Nullable EntryPath path;
  private int borrows;

  Task(@Nullable Task outer) {
    this.outer = outer;
  }

  /**
   * Begins the call.
   *
   * @param path the way by which it came
   */
  void begin(EntryPath path) {
    // Most calls come as the one before, and the collector's barrier costs.
    if (this.path != path) {
      this.path = path;
    }
  }

  /** The way by which it came. */
  EntryPath path() {
    return Objects.requireNonNull(path);
  }

  /** The instance that calls, or null for the host. */
  @Nullable RuntimeInstance caller() {
    return path().caller;
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
}
