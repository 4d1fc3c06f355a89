package dev.mortise.runtime.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of heap types (core spec, "Matching", heap types). */
final class HeapTypes {
  /** The next abstract type above each. */
  private static final Map<String, String> ABOVE =
      Map.of("i31", "eq", "struct", "eq", "array", "eq", "eq", "any");

  /** The type at the bottom of the hierarchy whose top is the key. */
  private static final Map<String, String> BOTTOM =
      Map.of("any", "none", "func", "nofunc", "extern", "noextern", "exn", "noexn");

  private HeapTypes() {}

  static boolean matches(CoreValType.Ref actual, CoreValType.Ref expected) {
    CoreTypeId wanted = expected.concrete();
    CoreTypeId found = actual.concrete();
    if (wanted != null) {
      return found == null
          ? actual.heap().equals(BOTTOM.get(top(expected.heap())))
          : found.isSubtypeOf(wanted);
    }
    return below(actual.heap(), expected.heap());
  }

  private static boolean below(String actual, String expected) {
    for (String heap = actual; heap != null; heap = above(heap)) {
      if (heap.equals(expected)) {
        return true;
      }
    }
    return actual.equals(BOTTOM.get(top(expected)));
  }

  private static String top(String heap) {
    String top = heap;
    for (String next = heap; next != null; next = above(next)) {
      top = next;
    }
    return top;
  }

  private static @Nullable String above(String heap) {
    return ABOVE.get(heap);
  }
}
