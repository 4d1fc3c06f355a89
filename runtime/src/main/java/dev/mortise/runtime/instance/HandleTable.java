package dev.mortise.runtime.instance;

import dev.mortise.runtime.instance.builtin.TableElement;
import java.util.ArrayList;
import java.util.List;
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

  private final List<@Nullable TableElement> entries = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();

  HandleTable() {
    entries.add(null);
  }

  int add(TableElement entry) {
    if (!free.isEmpty()) {
      int index = free.remove(free.size() - 1);
      entries.set(index, entry);
      return index;
    }
    if (entries.size() > MAX_LENGTH) {
      throw Traps.tableFull();
    }
    entries.add(entry);
    return entries.size() - 1;
  }

  private TableElement at(int index) {
    long unsigned = Integer.toUnsignedLong(index);
    TableElement element = unsigned < entries.size() ? entries.get(index) : null;
    if (element == null) {
      throw Traps.unknownHandle(unsigned);
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
    entries.set(index, null);
    free.add(index);
  }

  /** How many handles are live. */
  int live() {
    return entries.size() - 1 - free.size();
  }
}
