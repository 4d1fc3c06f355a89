package dev.mortise.testing.mock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Verifies calls one after the other, over several mocks: each after the one before. */
public final class CallOrder {
  private final List<MockState> mocks;
  private long last;

  /** An order of the calls of some mocks. */
  public CallOrder(List<MockState> mocks) {
    this.mocks = List.copyOf(mocks);
  }

  void check(Pattern pattern, Times times) {
    List<Call> calls = new ArrayList<>();
    mocks.forEach(mock -> calls.addAll(mock.calls()));
    calls.sort(Comparator.comparingLong(Call::number));
    List<Call> after = calls.stream().filter(call -> call.number() > last).toList();
    List<Call> matching = new ArrayList<>();
    for (Call call : after) {
      if (pattern.matches(call) && matching.size() < times.most()) {
        matching.add(call);
      }
    }
    if (!times.allows(matching.size())) {
      throw new AssertionError(
          "Expected %s, in this order: %s%nFound %s after what was verified before.%n%s"
              .formatted(
                  times,
                  pattern,
                  Verification.count(matching.size()),
                  "The component's calls, * for those before:\n"
                      + calls.stream()
                          .map(call -> (call.number() <= last ? "* " : "  ") + call)
                          .collect(Collectors.joining("\n"))));
    }
    for (Call call : matching) {
      call.mock().verified(call);
      pattern.capture(call);
      last = call.number();
    }
  }

  /** Whether a mock is one of those whose order this is. */
  public boolean has(MockState mock) {
    return mocks.contains(mock);
  }
}
