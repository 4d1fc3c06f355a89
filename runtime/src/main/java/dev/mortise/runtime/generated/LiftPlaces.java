package dev.mortise.runtime.generated;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The places of each lifted function in a unit, the same for all instances. Immutable. */
public final class LiftPlaces {
  private static final int[] NONE = {};

  private final Map<Integer, int[]> places = new HashMap<>();
  private final int count;

  /** The places that a unit has. */
  public LiftPlaces(UnitParts parts) {
    int[] functions = parts.lifts();
    count = functions.length;
    for (int place = 0; place < functions.length; place++) {
      int[] known = of(functions[place]);
      int[] longer = Arrays.copyOf(known, known.length + 1);
      longer[known.length] = place;
      places.put(functions[place], longer);
    }
  }

  /** The places of a function; none when there is no code for it. */
  public int[] of(int function) {
    return places.getOrDefault(function, NONE);
  }

  /** How many places lifted functions take. */
  public int count() {
    return count;
  }
}
