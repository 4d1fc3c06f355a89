package dev.mortise.loader.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the code of one module: what the cache had, and what has been made since. What
 * is new goes to the cache from time to time, and when the process ends. Thread-safe.
 */
public final class CodeEntry {
  private final EntryContent empty;
  private final @Nullable Saver saver;
  private final Map<String, EntryContent.Slice> found = new HashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<Integer> interpreted = new TreeSet<>();
  private final boolean known;
  private Map<String, EntryContent.Slice> added = new TreeMap<>();
  private boolean changed;
  private int saves;

  /** Takes what is new to where it is kept. */
  interface Saver {
    /** That there is something new. */
    void soon(CodeEntry entry);

    /**
     * Changes what is kept.
     *
     * @param change makes the new content of the present one, which is null when there is none
     */
    void update(UnaryOperator<@Nullable EntryContent> change);
  }

  private CodeEntry(EntryContent empty, @Nullable EntryContent content, @Nullable Saver saver) {
    this.empty = empty;
    this.saver = saver;
    known = content != null;
    if (content != null) {
      found.putAll(content.classes());
      names.addAll(content.classes().keySet());
      interpreted.addAll(content.interpreted());
    }
  }

  /** An entry that knows nothing and is not kept. */
  public static CodeEntry temporary() {
    return new CodeEntry(new EntryContent("", "", Set.of(), Map.of()), null, null);
  }

  static CodeEntry of(CacheKey key, String name, @Nullable EntryContent content, Saver saver) {
    return new CodeEntry(new EntryContent(key.text(), name, Set.of(), Map.of()), content, saver);
  }

  /** Whether the module was compiled before, and so is valid. */
  public boolean isKnown() {
    return known;
  }

  /** The functions that are known not to be compilable. */
  public synchronized Set<Integer> interpreted() {
    return Set.copyOf(interpreted);
  }

  /** Whether a class was made, in this process or before. */
  public synchronized boolean has(String part) {
    return names.contains(part);
  }

  /** The class file of a part, which is forgotten here; null when there is none. */
  public synchronized byte @Nullable [] take(String part) {
    EntryContent.Slice slice = found.remove(part);
    return slice == null ? null : slice.bytes();
  }

  /** That the module is valid. */
  public void valid() {
    changed();
  }

  /** That a function cannot be compiled. */
  public void interpreted(int function) {
    synchronized (this) {
      interpreted.add(function);
    }
    changed();
  }

  /** A class that was made ahead of its use: {@link #take} gives it. */
  public void prepare(String part, byte[] bytes) {
    synchronized (this) {
      found.put(part, EntryContent.Slice.of(bytes));
    }
    add(part, bytes);
  }

  /** A class that was made, and is in use. */
  public void add(String part, byte[] bytes) {
    synchronized (this) {
      names.add(part);
      if (saver != null) {
        added.put(part, EntryContent.Slice.of(bytes));
      }
    }
    changed();
  }

  private void changed() {
    if (saver != null) {
      synchronized (this) {
        changed = true;
      }
      saver.soon(this);
    }
  }

  /** How often it was saved: what comes now and then need not be written each time. */
  synchronized int saves() {
    return saves;
  }

  /** Takes to the cache what is new. */
  public void save() {
    if (saver == null) {
      return;
    }
    EntryContent news;
    synchronized (this) {
      if (!changed) {
        return;
      }
      changed = false;
      saves++;
      news = new EntryContent(empty.key(), empty.name(), interpreted, added);
      added = new TreeMap<>();
    }
    saver.update(present -> present == null ? news : present.with(news));
  }
}
