package dev.mortise.testing.mock;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of the calls that a mock has had.
 *
 * @param mock the mock whose next call says which calls are meant
 * @param times how many there must have been
 * @param order the order that they must be in, or null
 */
record Verification(MockState mock, Times times, @Nullable CallOrder order) {

  void check(Pattern pattern) {
    if (order != null) {
      order.check(pattern, times);
      return;
    }
    List<Call> calls = mock.calls();
    List<Call> matching = calls.stream().filter(pattern::matches).toList();
    if (!times.allows(matching.size())) {
      throw new AssertionError(
          "Expected %s: %s%nFound %s.%n%s"
              .formatted(times, pattern, count(matching.size()), all(mock.name(), calls)));
    }
    for (Call call : matching) {
      mock.verified(call);
      pattern.capture(call);
    }
  }

  static String count(int calls) {
    return calls == 0 ? "no such call" : calls == 1 ? "1 call" : calls + " calls";
  }

  static String all(String name, List<Call> calls) {
    return calls.isEmpty()
        ? "The component has not called " + name + " at all."
        : "The component's calls of "
            + name
            + ":\n"
            + calls.stream().map(call -> "  " + call).collect(Collectors.joining("\n"));
  }
}
