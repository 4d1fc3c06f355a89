package dev.mortise.testing.mock;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says what a mock answers. Answers that follow one another are for the calls that do; the last one
 * stays.
 *
 * @param <T> what the function returns
 */
public final class Stubbing<T> {
  private final Stub stub;

  Stubbing(Stub stub) {
    this.stub = stub;
  }

  /** Returns a value, which must be one of the function's result type in WIT. */
  public Stubbing<T> thenReturn(@Nullable T value) {
    stub.add(call -> value);
    return this;
  }

  /** Returns one value after the other. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Stubbing<T> thenReturn(@Nullable T first, T... more) {
    thenReturn(first);
    for (T value : more) {
      thenReturn(value);
    }
    return this;
  }

  /** Returns nothing, for a function without a result. */
  public Stubbing<T> thenDoNothing() {
    stub.add(call -> null);
    return this;
  }

  /**
   * Throws. The exception that was generated for the function's {@code result<T, E>} is its {@code
   * err}; any other ends the component's call as a trap with that cause, as in production.
   */
  public Stubbing<T> thenThrow(Throwable thrown) {
    stub.add(
        call -> {
          throw thrown;
        });
    return this;
  }

  /** Gives the {@code err} of the function's {@code result<T, E>}; null where that has no value. */
  public Stubbing<T> thenErr(@Nullable Object payload) {
    stub.add(stub.pattern().operation().err(payload));
    return this;
  }

  /** Traps: the component's call ends, and its instance is of no use any more. */
  public Stubbing<T> thenTrap(String reason) {
    stub.add(
        call -> {
          throw new TrapException(Diagnostic.of("mocked-trap", call.function()).because(reason));
        });
    return this;
  }

  /** Computes what to answer. */
  public Stubbing<T> thenAnswer(Answer<? extends T> answer) {
    stub.add(answer);
    return this;
  }

  /** Calls what the spy was made of. */
  public Stubbing<T> thenCallReal() {
    MockState mock = stub.pattern().mock();
    mock.requireReal();
    stub.add(mock::callReal);
    return this;
  }

  /**
   * Lets this stub answer one call only, of those that it means: the first is 1. The others go to
   * what was said before, or to what a spy is made of.
   */
  public Stubbing<T> onCall(int number) {
    if (number < 1) {
      throw new MockUseError("onCall(" + number + "): calls are counted from 1");
    }
    stub.only(number);
    return this;
  }

  /** Lets the answer that follows wait. */
  public Stubbing<T> after(Duration delay) {
    stub.delay(delay);
    return this;
  }
}
