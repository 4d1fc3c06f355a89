package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.ValType;
import org.jspecify.annotations.Nullable;

/**
 * The component instance that a built-in belongs to, which calls it: {@code current_instance} of
 * the specification.
 */
public interface CallingInstance {
  /** Traps when the instance may not call out: during {@code realloc} and {@code post-return}. */
  void checkMayLeave();

  /** Gives an element an index. */
  int add(TableElement element);

  /**
   * The element at an index.
   *
   * @param expected what is expected in words
   * @throws dev.mortise.runtime.error.TrapException when there is none, or one of another kind
   */
  <T extends TableElement> T get(int index, Class<T> type, String expected);

  /** Takes an element out of the table; traps as {@link #get}. */
  <T extends TableElement> T remove(int index, Class<T> type, String expected);

  /** The call that runs in the instance. */
  CurrentTask task();

  /** How often the instance has asked that no call be begun. */
  int backpressure();

  /** Sets {@link #backpressure()}. */
  void backpressure(int count);

  /** What lifting and lowering need beside the table. */
  AbiContext context(@Nullable CoreMemory memory, @Nullable CoreFunction realloc);

  /** Whether two types of the component are the same, with its resource types as they are here. */
  boolean sameType(@Nullable ValType left, @Nullable ValType right);
}
