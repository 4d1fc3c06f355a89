package dev.mortise.testing.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test says to mocks: the way from {@code Mocking} to what they know. */
public final class Say {
  private Say() {}

  /** A matcher stands in place of the next argument. */
  public static void matcher(Matcher matcher) {
    Progress.current().matcher(matcher);
  }

  /** The matchers that were written and not used, which are so now. */
  public static List<Matcher> takeMatchers() {
    return Progress.current().takeMatchers();
  }

  /** Says what the call that was written last is answered with. */
  public static Stubbing<Object> whenWritten() {
    Pattern written = Progress.current().takeWritten();
    if (written == null) {
      throw new MockUseError(
          "when(…) takes a call of a mock: when(payments.charge(any())).thenReturn(…);"
              + " of a function without a result, whenCalled(() -> log.log(any()))");
    }
    return written.mock().stub(written);
  }

  /** The next call of a mock is to be verified. */
  public static void verifyNext(Object mock, Times times, @Nullable CallOrder order) {
    MockState state = MockFactory.stateOf(mock);
    if (order != null && !order.has(state)) {
      throw new MockUseError(state.name() + " is not among the mocks of this order");
    }
    Progress.current().verify(new Verification(state, times, order));
  }

  /** Fails when a mock was called and nothing has verified that. */
  public static void verifyNoMore(Object mock) {
    MockState state = MockFactory.stateOf(mock);
    List<Call> left = state.unverified();
    if (!left.isEmpty()) {
      throw new AssertionError(
          "Calls that nothing has verified.\n" + Verification.all(state.name(), left));
    }
  }

  /** Fails when something was begun and not ended. */
  public static void requireNothingPending() {
    Progress.current().requireNothingPending();
  }

  /** The calls that a component has made of a mock. */
  public static List<Call> callsOf(MockState mock) {
    return mock.calls();
  }
}
