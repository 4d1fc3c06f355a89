package dev.mortise.testing.mock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test is about to say, on its thread: the matchers that were written, the last call that
 * was, and what the next one means.
 */
final class Progress {
  private static final ThreadLocal<Progress> CURRENT = ThreadLocal.withInitial(Progress::new);

  private final List<Matcher> matchers = new ArrayList<>();
  private @Nullable Pattern written;
  private @Nullable Verification verification;

  static Progress current() {
    return CURRENT.get();
  }

  void matcher(Matcher matcher) {
    matchers.add(matcher);
  }

  List<Matcher> takeMatchers() {
    List<Matcher> taken = List.copyOf(matchers);
    matchers.clear();
    return taken;
  }

  boolean isWithoutMatchers() {
    return matchers.isEmpty();
  }

  /** A test has written a call: its pattern, which takes the matchers. */
  Pattern written(Call call) {
    Pattern pattern = Pattern.of(call, takeMatchers());
    written = pattern;
    return pattern;
  }

  /** The call that was written last, once. */
  @Nullable Pattern takeWritten() {
    Pattern last = written;
    written = null;
    return last;
  }

  /** The next call of a mock is one that is verified. */
  void verify(Verification next) {
    requireNothingPending();
    verification = next;
  }

  @Nullable Verification takeVerification() {
    Verification next = verification;
    verification = null;
    return next;
  }

  /** Forgets all, and says what was begun and not ended. */
  void requireNothingPending() {
    boolean verifying = verification != null;
    boolean matching = !matchers.isEmpty();
    verification = null;
    written = null;
    matchers.clear();
    if (verifying) {
      throw new MockUseError(
          "verify(mock) was written without a call of the mock: write verify(mock).function(…)");
    }
    if (matching) {
      throw new MockUseError(
          "a matcher was written outside of a call of a mock: matchers stand in place of the"
              + " arguments within when(…) and after verify(…)");
    }
  }
}
