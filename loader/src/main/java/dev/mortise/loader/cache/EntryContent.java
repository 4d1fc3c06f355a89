package dev.mortise.loader.cache;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file of the cache says.
 *
 * @param key the text of its key
 * @param name what the component was called when it was first written, for people
 * @param interpreted the functions that cannot be compiled
 * @param classes class files by the last part of their names
 */
record EntryContent(String key, String name, Set<Integer> interpreted, Map<String, Slice> classes) {
  EntryContent {
    interpreted = Set.copyOf(interpreted);
    classes = Map.copyOf(classes);
  }

  /** A part of an array that is not written to. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Slice(byte[] array, int offset, int length) {
    static Slice of(byte[] array) {
      return new Slice(array, 0, array.length);
    }

    byte[] bytes() {
      byte[] copy = new byte[length];
      System.arraycopy(array, offset, copy, 0, length);
      return copy;
    }
  }

  /** This and what another run has found out about the same module. */
  EntryContent with(EntryContent more) {
    Set<Integer> slow = new TreeSet<>(interpreted);
    slow.addAll(more.interpreted);
    Map<String, Slice> all = new TreeMap<>(classes);
    all.putAll(more.classes);
    return new EntryContent(key, name.isEmpty() ? more.name : name, slow, all);
  }
}
