package dev.mortise.loader.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles of a component instance (CanonicalABI.md, "Table State"). Index 0 is never used. */
final class HandleTable {
  private static final int MAX_LENGTH = (1 << 28) - 1;

  /** An element: a handle to a resource. */
  static final class Entry implements Lender {
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

  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();

  HandleTable() {
    entries.add(null);
  }

  int add(Entry entry) {
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

  Entry get(int index, RuntimeResource expected) {
    long unsigned = Integer.toUnsignedLong(index);
    Entry entry = unsigned < entries.size() ? entries.get(index) : null;
    if (entry == null) {
      throw Traps.unknownHandle(unsigned);
    }
    if (entry.resource != expected) {
      throw Traps.wrongHandle(index, expected, entry.resource);
    }
    return entry;
  }

  /** Removes a handle that is not lent. */
  Entry remove(int index, RuntimeResource expected) {
    Entry entry = get(index, expected);
    if (entry.isLent()) {
      throw Traps.lentHandle();
    }
    entries.set(index, null);
    free.add(index);
    return entry;
  }

  /** How many handles are live. */
  int live() {
    return entries.size() - 1 - free.size();
  }
}
