package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.runtime.type.DefType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large types are when every name in them is replaced by what it stands for, and whether they
 * hold a borrow; known without walking them, since each is measured when it is made.
 */
public final class TypeMeasure {
  /** A primitive type, or one that was reported. */
  private static final Of LEAF = new Of(1, 1, false);

  /** What is known of one type. */
  record Of(int depth, int size, boolean borrows) {}

  private final Map<DefType, Of> known = new IdentityHashMap<>();

  /** What is known of a type. */
  Of of(DefType type) {
    return known.getOrDefault(type, LEAF);
  }

  /**
   * Measures a type by its parts.
   *
   * @return whether it is within bounds
   */
  boolean measure(DefType type, List<? extends @Nullable DefType> parts, boolean borrow) {
    int depth = 0;
    long size = 1;
    boolean borrows = borrow;
    for (DefType part : parts) {
      if (part != null) {
        Of of = of(part);
        depth = Math.max(depth, of.depth);
        size += of.size;
        borrows |= of.borrows;
      }
    }
    boolean fits = depth < WitLimits.TYPE_DEPTH && size <= WitLimits.TYPE_SIZE;
    if (fits) {
      known.put(type, new Of(depth + 1, (int) size, borrows));
    }
    return fits;
  }
}
