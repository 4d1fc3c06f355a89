package dev.mortise.testing.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a stub or a verification means.
 *
 * @param operation the function
 * @param matchers one for each argument, or null for calls with any
 */
record Pattern(MockState mock, Operation operation, @Nullable List<Matcher> matchers) {

  /**
   * The pattern of a call that a test has written.
   *
   * @param written the matchers that were made while its arguments were written
   */
  static Pattern of(Call call, List<Matcher> written) {
    List<Matcher> matchers = new ArrayList<>(written);
    if (written.isEmpty()) {
      call.arguments().forEach(argument -> matchers.add(Matcher.equalTo(argument)));
    } else if (written.size() != call.arguments().size()) {
      throw new MockUseError(
          call.operation().wit()
              + ": "
              + written.size()
              + " of "
              + call.arguments().size()
              + " arguments are matchers; when one is, all must be: write eq(value) for the"
              + " others");
    }
    return new Pattern(call.mock(), call.operation(), matchers);
  }

  boolean matches(Call call) {
    return call.isOf(mock, operation) && differences(call) == 0;
  }

  /** A call was meant. */
  void capture(Call call) {
    for (int i = 0; matchers != null && i < matchers.size(); i++) {
      matchers.get(i).captured().accept(call.arguments().get(i));
    }
  }

  int differences(Call call) {
    if (matchers == null) {
      return 0;
    }
    int count = Math.abs(matchers.size() - call.arguments().size());
    for (int i = 0; i < Math.min(matchers.size(), call.arguments().size()); i++) {
      if (!matchers.get(i).matches(call.arguments().get(i))) {
        count++;
      }
    }
    return count;
  }

  /** The first argument of a call that does not match, in words. */
  @Nullable String difference(Call call) {
    if (matchers == null) {
      return null;
    }
    if (matchers.size() != call.arguments().size()) {
      return matchers.size()
          + " arguments are stubbed, the function has "
          + call.arguments().size();
    }
    for (int i = 0; i < matchers.size(); i++) {
      if (!matchers.get(i).matches(call.arguments().get(i))) {
        return "parameter `"
            + operation.parameter(i)
            + "`: "
            + matchers.get(i).text(operation, i)
            + " is stubbed, it was called with "
            + operation.wave(i, call.arguments().get(i));
      }
    }
    return null;
  }

  @Override
  public String toString() {
    if (matchers == null) {
      return operation.wit() + "(…)";
    }
    return operation.wit()
        + IntStream.range(0, matchers.size())
            .mapToObj(i -> matchers.get(i).text(operation, i))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
