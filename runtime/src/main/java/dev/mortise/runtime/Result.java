package dev.mortise.runtime;

import org.jspecify.annotations.Nullable;

/**
 * {@code result<T, E>} where it is not a function's result: there, an error is thrown.
 *
 * @param <T> the value of success; {@link Void} where the result has none
 * @param <E> the error; {@link Void} where the result has none
 */
public sealed interface Result<T extends @Nullable Object, E extends @Nullable Object> {
  /** Success. */
  record Ok<T extends @Nullable Object, E extends @Nullable Object>(T value)
      implements Result<T, E> {}

  /** Failure. */
  record Err<T extends @Nullable Object, E extends @Nullable Object>(E error)
      implements Result<T, E> {}

  /** Success with a value. */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> ok(T value) {
    return new Ok<>(value);
  }

  /** Failure with an error. */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> err(E error) {
    return new Err<>(error);
  }

  /** Whether it is success. */
  default boolean isOk() {
    return this instanceof Ok;
  }
}
