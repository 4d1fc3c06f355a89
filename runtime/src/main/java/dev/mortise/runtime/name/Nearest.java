package dev.mortise.runtime.name;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody may have meant. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of some names, or null when none is near. */
  public static @Nullable String of(String name, Collection<String> names) {
    String best = null;
    int bestDistance = Math.max(2, name.length() / 2);
    for (String candidate : names) {
      int distance = distance(name, candidate, bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** The edits from one text to another, or {@code limit} when they are more. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit || a.length() > 200 || b.length() > 200) {
      return limit;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return Math.min(previous[b.length()], limit);
  }
}
