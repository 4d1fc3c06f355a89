package dev.mortise.testing.mock;

import org.jspecify.annotations.Nullable;

/**
 * What a mock does when it is called.
 *
 * @param <T> what the function returns
 */
@FunctionalInterface
public interface Answer<T> {
  /**
   * Answers a call.
   *
   * @param call the arguments
   * @throws Throwable the exception of the function's {@code err}; any other is a trap of the
   *     component
   */
  @Nullable T answer(Call call) throws Throwable;
}
