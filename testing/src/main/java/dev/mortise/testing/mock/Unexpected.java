package dev.mortise.testing.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a person has to know who reads of a call that was not expected. */
final class Unexpected {
  private Unexpected() {}

  static String message(MockState mock, Call call) {
    Operation operation = call.operation();
    StringBuilder text = new StringBuilder("The component made a call that no stub expects.\n\n");
    line(text, "function", operation.signature());
    line(text, "called", call.toString());
    Stub nearest = mock.nearest(call);
    if (nearest == null) {
      line(text, "stubs", "none of this function");
    } else {
      line(text, "nearest stub", nearest.toString());
      String difference = nearest.pattern().difference(call);
      line(text, "difference", String.valueOf(difference));
    }
    List<Call> before = mock.calls();
    if (before.size() > 1) {
      line(text, "calls before", String.valueOf(before.size() - 1));
    }
    @Nullable Object[] arguments = call.arguments().toArray();
    text.append("\nTo allow it, write before the call of the component:\n\n  ")
        .append(operation.stubLine(mock.name(), java.util.Arrays.asList(arguments)))
        .append('\n');
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String words) {
    text.append("  %-13s %s%n".formatted(what + ":", words));
  }
}
