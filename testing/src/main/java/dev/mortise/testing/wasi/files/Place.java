package dev.mortise.testing.wasi.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a path means: a name in a directory, whether or not there is something of that name.
 *
 * @param parent the directory
 * @param name the name in it; null when the path means the directory itself
 * @param asDirectory whether the path ends with a slash, so that it means a directory
 */
record Place(DirectoryNode parent, @Nullable String name, boolean asDirectory) {
  private static final int MAX_NAME_BYTES = 255;

  /**
   * Follows a path from a directory, which it must not leave (wasi:filesystem, "path resolution").
   *
   * @throws FileException {@code not-permitted} when it leads out, {@code no-entry} or {@code
   *     not-directory} when a directory on the way is missing
   */
  static Place of(DirectoryNode base, String path) throws FileException {
    if (path.startsWith("/")) {
      throw new FileException(FileErrorCode.NOT_PERMITTED);
    }
    if (path.isEmpty()) {
      throw new FileException(FileErrorCode.NO_ENTRY);
    }
    if (path.indexOf('\0') >= 0) {
      throw new FileException(FileErrorCode.INVALID);
    }
    Deque<DirectoryNode> way = new ArrayDeque<>();
    way.push(base);
    String last = null;
    for (String part : path.split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (last != null) {
        way.push(directory(way.element(), last));
        last = null;
      }
      if (part.equals("..")) {
        way.pop();
        if (way.isEmpty()) {
          throw new FileException(FileErrorCode.NOT_PERMITTED);
        }
      } else if (!part.equals(".")) {
        last = name(part);
      }
    }
    return new Place(way.element(), last, path.endsWith("/"));
  }

  private static String name(String part) throws FileException {
    if (part.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw new FileException(FileErrorCode.NAME_TOO_LONG);
    }
    return part;
  }

  private static DirectoryNode directory(DirectoryNode parent, String name) throws FileException {
    return switch (parent.get(name)) {
      case null -> throw new FileException(FileErrorCode.NO_ENTRY);
      case DirectoryNode directory -> directory;
      case FileNode file -> throw new FileException(FileErrorCode.NOT_DIRECTORY);
    };
  }

  /** What is there, or null. */
  @Nullable Node find() throws FileException {
    Node found = name == null ? parent : parent.get(name);
    if (found instanceof FileNode && asDirectory) {
      throw new FileException(FileErrorCode.NOT_DIRECTORY);
    }
    return found;
  }

  /** What is there. */
  Node get() throws FileException {
    Node found = find();
    if (found == null) {
      throw new FileException(FileErrorCode.NO_ENTRY);
    }
    return found;
  }

  /** The name, of a path that must not mean a directory by dots only. */
  String requireName() throws FileException {
    if (name == null) {
      throw new FileException(FileErrorCode.INVALID);
    }
    return name;
  }
}
