package dev.mortise.testing.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of the functions of a mock that has no Java interface: each by its operation. */
public final class ValuePattern {
  private ValuePattern() {}

  /**
   * A stub.
   *
   * @param matchers one for each argument, or null for calls with any
   */
  public static Stubbing<Object> stub(
      MockState mock, Operation operation, @Nullable List<Matcher> matchers) {
    return mock.stub(new Pattern(mock, operation, matchers));
  }

  /** Checks how often a function was called. */
  public static void verify(
      MockState mock, Operation operation, @Nullable List<Matcher> matchers, int count) {
    new Verification(mock, new Times(count, count), null)
        .check(new Pattern(mock, operation, matchers));
  }

  /** Answers a call of a component. */
  public static @Nullable Object call(
      MockState mock, Operation operation, @Nullable Object[] arguments) throws Throwable {
    return mock.answer(new Call(mock, operation, arguments));
  }
}
