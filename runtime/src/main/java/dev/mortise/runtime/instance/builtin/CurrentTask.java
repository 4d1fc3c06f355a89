package dev.mortise.runtime.instance.builtin;

import org.jspecify.annotations.Nullable;

/**
 * The call that a built-in is called from, and the thread that runs it: {@code current_task} and
 * {@code current_thread} of the specification.
 */
public interface CurrentTask {
  /** What the thread keeps in a slot; 0 at first. */
  long context(int slot);

  /** Keeps a value in a slot of the thread. */
  void context(int slot, long value);

  /** The index of the thread in its instance. As each runs inside the one before, they count up. */
  int threadIndex();

  /** How the call returns when it was lifted with the option {@code async}, else null. */
  @Nullable AsyncReturn asyncReturn();

  /**
   * Lets others run before the thread goes on; there is none unless a caller goes on, and that is
   * not supported yet.
   *
   * @param where what yields
   */
  void letOthersRun(String where);

  /**
   * What comes of it that the thread cannot go on, for nothing else can run meanwhile: a trap where
   * a caller must have its result before anything else happens; else it is not supported yet.
   *
   * @param where what blocks
   */
  RuntimeException blocked(String where);
}
