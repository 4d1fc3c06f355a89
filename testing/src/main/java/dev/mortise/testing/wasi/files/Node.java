package dev.mortise.testing.wasi.files;

import java.time.Instant;

/** A file or a directory, under whatever names. */
public abstract sealed class Node permits FileNode, DirectoryNode {
  private final long id;
  private int links;
  private long version;
  private Instant accessed;
  private Instant modified;
  private Instant changed;

  Node(long id, Instant now) {
    this.id = id;
    accessed = now;
    modified = now;
    changed = now;
  }

  /** Tells it from all others of its file system. */
  public final long id() {
    return id;
  }

  /** How many names it has: 0 when it was removed, but is still open. */
  public final int links() {
    return links;
  }

  /** How often it was changed. */
  public final long version() {
    return version;
  }

  /** When it was last read, as far as anybody has set it. */
  public final Instant accessed() {
    return accessed;
  }

  /** When its content was last changed. */
  public final Instant modified() {
    return modified;
  }

  /** When its content or what is known of it was last changed. */
  public final Instant changed() {
    return changed;
  }

  /** The bytes of its content; 0 of a directory. */
  public abstract long size();

  final void linked(int more, Instant now) {
    links += more;
    changed = now;
  }

  final void modifiedAt(Instant now) {
    version++;
    modified = now;
    changed = now;
  }

  final void times(Instant access, Instant modification, Instant now) {
    accessed = access;
    modified = modification;
    changed = now;
  }
}
