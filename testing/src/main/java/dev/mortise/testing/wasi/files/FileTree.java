package dev.mortise.testing.wasi.files;

import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file system in memory. It has files, directories and hard links, but no symbolic links, no
 * permissions of users and no locks. Times are those of the clock that it is given; reading sets
 * none. Directories list their entries by name.
 */
public final class FileTree {
  /** The largest file. */
  static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final Supplier<Instant> clock;
  private final DirectoryNode root;
  private long nodes;
  private long capacityBytes = Long.MAX_VALUE;

  /** An empty root. */
  public FileTree(Supplier<Instant> clock) {
    this.clock = clock;
    root = new DirectoryNode(nodes++, clock.get());
    root.linked(1, clock.get());
  }

  /** The directory that holds all. */
  public DirectoryNode root() {
    return root;
  }

  /** Limits the bytes of all files together. */
  public void capacity(long bytes) {
    capacityBytes = bytes;
  }

  /** The time by its clock. */
  public Instant now() {
    return clock.get();
  }

  /** What a path means. */
  public Node get(DirectoryNode base, String path) throws FileException {
    return Place.of(base, path).get();
  }

  /** What a path means; null when nothing has the last name of it. */
  public @Nullable Node find(DirectoryNode base, String path) throws FileException {
    return Place.of(base, path).find();
  }

  /** A file that is there or is made. */
  public FileNode createFile(DirectoryNode base, String path) throws FileException {
    Place place = Place.of(base, path);
    Node found = place.find();
    if (found instanceof FileNode file) {
      return file;
    }
    if (found != null || place.asDirectory()) {
      throw new FileException(FileErrorCode.IS_DIRECTORY);
    }
    FileNode made = new FileNode(nodes++, now());
    add(place, made);
    return made;
  }

  /** Makes a directory. */
  public DirectoryNode createDirectory(DirectoryNode base, String path) throws FileException {
    Place place = Place.of(base, path);
    requireAbsent(place);
    DirectoryNode made = new DirectoryNode(nodes++, now());
    add(place, made);
    return made;
  }

  /** Takes a file's name from it. */
  public void unlink(DirectoryNode base, String path) throws FileException {
    Place place = Place.of(base, path);
    if (place.get() instanceof DirectoryNode) {
      throw new FileException(FileErrorCode.IS_DIRECTORY);
    }
    place.parent().remove(place.requireName(), now());
  }

  /** Removes an empty directory. */
  public void removeDirectory(DirectoryNode base, String path) throws FileException {
    Place place = Place.of(base, path);
    if (!(place.get() instanceof DirectoryNode directory)) {
      throw new FileException(FileErrorCode.NOT_DIRECTORY);
    }
    String name = place.requireName();
    if (!directory.entries().isEmpty()) {
      throw new FileException(FileErrorCode.NOT_EMPTY);
    }
    place.parent().remove(name, now());
  }

  /** Gives a file one more name. */
  public void link(DirectoryNode base, String path, DirectoryNode newBase, String newPath)
      throws FileException {
    Node linked = get(base, path);
    Place target = Place.of(newBase, newPath);
    requireAbsent(target);
    if (target.asDirectory()) {
      throw new FileException(FileErrorCode.NO_ENTRY);
    }
    if (!(linked instanceof FileNode file)) {
      throw new FileException(FileErrorCode.NOT_PERMITTED);
    }
    add(target, file);
  }

  /** Gives a node another name; what had that name is replaced where it may be. */
  public void rename(DirectoryNode base, String path, DirectoryNode newBase, String newPath)
      throws FileException {
    Place source = Place.of(base, path);
    Place target = Place.of(newBase, newPath);
    String name = source.requireName();
    String newName = target.requireName();
    Node moved = source.get();
    Node replaced = target.find();
    if (moved == replaced) {
      return;
    }
    if (replaced instanceof DirectoryNode above && above.isAbove(source.parent())) {
      throw new FileException(FileErrorCode.NOT_EMPTY);
    }
    if (moved instanceof DirectoryNode directory) {
      if (directory.isAbove(target.parent())) {
        throw new FileException(FileErrorCode.INVALID);
      }
      if (replaced instanceof FileNode) {
        throw new FileException(FileErrorCode.NOT_DIRECTORY);
      }
      if (replaced instanceof DirectoryNode full && !full.entries().isEmpty()) {
        throw new FileException(FileErrorCode.NOT_EMPTY);
      }
    } else if (replaced instanceof DirectoryNode) {
      throw new FileException(FileErrorCode.IS_DIRECTORY);
    } else if (target.asDirectory()) {
      throw new FileException(FileErrorCode.NOT_DIRECTORY);
    }
    requireThere(target.parent());
    target.parent().remove(newName, now());
    source.parent().remove(name, now());
    target.parent().put(newName, moved, now());
  }

  private static void requireAbsent(Place place) throws FileException {
    if (place.find() != null) {
      throw new FileException(FileErrorCode.EXIST);
    }
  }

  private void add(Place place, Node node) throws FileException {
    requireThere(place.parent());
    place.parent().put(place.requireName(), node, now());
  }

  /** A directory that was removed takes no more entries. */
  private static void requireThere(DirectoryNode directory) throws FileException {
    if (directory.links() == 0) {
      throw new FileException(FileErrorCode.NO_ENTRY);
    }
  }

  /** Writes bytes into a file; it grows when it must, with zeroes before the offset. */
  public void write(FileNode file, long offset, byte[] bytes) throws FileException {
    if (bytes.length == 0) {
      return;
    }
    if (offset > MAX_BYTES - bytes.length) {
      throw new FileException(FileErrorCode.FILE_TOO_LARGE);
    }
    if (offset + bytes.length > file.size()) {
      grow(file, offset + bytes.length);
    }
    file.overwrite((int) offset, bytes);
    file.modifiedAt(now());
  }

  /** Sets the size of a file. */
  public void resize(FileNode file, long size) throws FileException {
    if (size > MAX_BYTES) {
      throw new FileException(FileErrorCode.FILE_TOO_LARGE);
    }
    grow(file, size);
    file.modifiedAt(now());
  }

  private void grow(FileNode file, long size) throws FileException {
    if (capacityBytes != Long.MAX_VALUE
        && size > file.size()
        && size - file.size() > capacityBytes - used(root, newSet())) {
      throw new FileException(FileErrorCode.INSUFFICIENT_SPACE);
    }
    file.resize((int) size);
  }

  private static Set<Node> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static long used(DirectoryNode directory, Set<Node> seen) {
    long bytes = 0;
    for (Node entry : directory.entries().values()) {
      if (seen.add(entry)) {
        bytes += entry instanceof DirectoryNode below ? used(below, seen) : entry.size();
      }
    }
    return bytes;
  }

  /** Sets the times of a node. */
  public void times(Node node, Instant accessed, Instant modified) {
    node.times(accessed, modified, now());
  }
}
