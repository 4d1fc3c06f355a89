package dev.mortise.loader.validate.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One index space of a scope (Explainer.md, "Index Spaces"). */
public final class IndexSpace<T> {
  private final String sort;
  private final int limit;
  private final List<@Nullable T> items = new ArrayList<>();

  private boolean full;

  public IndexSpace(String sort, int limit) {
    this.sort = sort;
    this.limit = limit;
  }

  /** Adds an item at the next index. */
  public void add(T item) {
    if (items.size() >= limit) {
      if (full) {
        throw new Unknown();
      }
      full = true;
      throw Violation.expected(
          Rule.LIMIT_EXCEEDED, sort + " index space", "at most " + limit + " items", "one more");
    }
    items.add(item);
  }

  /**
   * Takes the next index for a definition that is invalid. The limit does not hold for these: what
   * they were has been reported, and each takes bytes of the file.
   */
  public void addUnknown() {
    items.add(null);
  }

  public int size() {
    return items.size();
  }

  /** The item at an index. */
  public T get(long index) {
    if (index >= items.size()) {
      throw Violation.expected(
              Rule.INDEX_OUT_OF_BOUNDS,
              sort + " index " + index,
              items.isEmpty()
                  ? "no index, for none is defined yet"
                  : "an index below " + items.size(),
              String.valueOf(index))
          .why(sort + " index out of bounds");
    }
    T item = items.get((int) index);
    if (item == null) {
      throw new Unknown();
    }
    return item;
  }
}
