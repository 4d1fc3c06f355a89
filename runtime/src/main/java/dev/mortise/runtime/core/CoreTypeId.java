package dev.mortise.runtime.core;

import org.jspecify.annotations.Nullable;

/**
 * The canonical identity of a defined core type: two definitions have the same one when their
 * recursion groups are equal (core spec, "Recursive Types").
 */
public final class CoreTypeId {
  private final int number;
  private final String kind;
  private final @Nullable CoreTypeId supertype;
  private final int depth;

  /**
   * A new identity.
   *
   * @param number tells it from others in texts
   * @param kind {@code func}, {@code struct} or {@code array}
   */
  public CoreTypeId(int number, String kind, @Nullable CoreTypeId supertype) {
    this.number = number;
    this.kind = kind;
    this.supertype = supertype;
    this.depth = supertype == null ? 0 : supertype.depth + 1;
  }

  /** How many types are above it. */
  public int depth() {
    return depth;
  }

  /** {@code func}, {@code struct} or {@code array}. */
  public String kind() {
    return kind;
  }

  /** Whether this type is the other or declared below it. */
  public boolean isSubtypeOf(CoreTypeId other) {
    for (CoreTypeId type = this; type != null; type = type.supertype) {
      if (type == other) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "$" + kind + number;
  }
}
