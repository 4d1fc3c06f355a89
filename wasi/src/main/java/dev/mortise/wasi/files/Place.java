package dev.mortise.wasi.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a path of a component means: a name in a folder. The folders that were opened on the way are
 * closed with it.
 */
public final class Place implements AutoCloseable {
  private final Deque<Folder> way;
  private final Folder base;
  private final String name;
  private final boolean asFolder;

  Place(Folder base, Deque<Folder> way, String name, boolean asFolder) {
    this.base = base;
    this.way = way;
    this.name = name;
    this.asFolder = asFolder;
  }

  /** The folder. */
  public Folder folder() {
    Folder last = way.peek();
    return last == null ? base : last;
  }

  /** The name in it, or {@code .} for the folder itself. */
  public String name() {
    return name;
  }

  /** Whether the path says that it is one of a folder, by a slash at its end. */
  public boolean asFolder() {
    return asFolder;
  }

  /** The folder, for somebody who will close it. */
  public Folder takeFolder() throws IOException {
    return way.isEmpty() ? base.open(".") : way.pop();
  }

  @Override
  public void close() {
    way.forEach(Folder::close);
    way.clear();
  }

  static Deque<Folder> noWay() {
    return new ArrayDeque<>();
  }
}
