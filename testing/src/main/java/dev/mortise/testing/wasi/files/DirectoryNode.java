package dev.mortise.testing.wasi.files;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory: nodes by name, in the order of the names. */
public final class DirectoryNode extends Node {
  private final SortedMap<String, Node> entries = new TreeMap<>();

  DirectoryNode(long id, Instant now) {
    super(id, now);
  }

  @Override
  public long size() {
    return 0;
  }

  /** What is in it. */
  public SortedMap<String, Node> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  @Nullable Node get(String name) {
    return entries.get(name);
  }

  void put(String name, Node node, Instant now) {
    entries.put(name, node);
    node.linked(1, now);
    modifiedAt(now);
  }

  void remove(String name, Instant now) {
    Node gone = entries.remove(name);
    if (gone != null) {
      gone.linked(-1, now);
      modifiedAt(now);
    }
  }

  /** Whether a directory is this one or somewhere below it. */
  boolean isAbove(Node other) {
    return this == other
        || entries.values().stream()
            .anyMatch(entry -> entry instanceof DirectoryNode below && below.isAbove(other));
  }
}
