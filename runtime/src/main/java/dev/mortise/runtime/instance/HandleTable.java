package dev.mortise.runtime.instance;

import dev.mortise.runtime.instance.builtin.TableElement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The handles of a component instance, and what else it knows by an index (CanonicalABI.md, "Table
 * State"). Index 0 is never used.
 */
final class HandleTable {
  private static final int MAX_LENGTH = (1 << 28) - 1;

  /** An element: a handle to a resource. */
  static final class Entry implements Lender, TableElement {
    final RuntimeResource resource;
    final Object rep;
    final boolean own;
    private final @Nullable Task borrowScope;
    private int lends;

    Entry(RuntimeResource resource, Object rep, boolean own, @Nullable Task borrowScope) {
      this.resource = resource;
      this.rep = rep;
      this.own = own;
      this.borrowScope = borrowScope;
    }

    @Override
    public void lend() {
      lends++;
    }

    @Override
    public void giveBack() {
      lends--;
    }

    @Override
    public String describe() {
      return resource.describe();
    }

    boolean isLent() {
      return lends != 0;
    }

    /** Ends a borrow. */
    void endBorrow() {
      if (borrowScope != null) {
        borrowScope.removeBorrow();
      }
    }
  }

  private @Nullable TableElement[] entries = new TableElement[8];
  private int size = 1;
  private int[] free = new int[8];
  private int freeCount;

  int add(TableElement entry) {
    if (freeCount > 0) {
      int index = free[--freeCount];
      entries[index] = entry;
      return index;
    }
    if (size > MAX_LENGTH) {
      throw Traps.tableFull();
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size] = entry;
    return size++;
  }

  private TableElement at(int index) {
    TableElement element = Integer.compareUnsigned(index, size) < 0 ? entries[index] : null;
    if (element == null) {
      throw Traps.unknownHandle(Integer.toUnsignedLong(index));
    }
    return element;
  }

  Entry get(int index, RuntimeResource expected) {
    TableElement element = at(index);
    if (!(element instanceof Entry entry) || entry.resource != expected) {
      throw Traps.wrongHandle(index, expected.describe(), element.describe());
    }
    return entry;
  }

  /**
   * An element that is no resource handle.
   *
   * @param expected what is expected in words
   */
  <T extends TableElement> T get(int index, Class<T> type, String expected) {
    TableElement element = at(index);
    if (!type.isInstance(element)) {
      throw Traps.wrongHandle(index, expected, element.describe());
    }
    return type.cast(element);
  }

  /** Removes a handle that is not lent. */
  Entry remove(int index, RuntimeResource expected) {
    Entry entry = get(index, expected);
    if (entry.isLent()) {
      throw Traps.lentHandle();
    }
    free(index);
    return entry;
  }

  /** Removes an element that is no resource handle. */
  <T extends TableElement> T remove(int index, Class<T> type, String expected) {
    T element = get(index, type, expected);
    free(index);
    return element;
  }

  private void free(int index) {
    entries[index] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = index;
  }

  /** How many handles are live. */
  int live() {
    return size - 1 - freeCount;
  }
}
