package dev.mortise.wasi.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * Resolves the paths of components, part by part and without the operating system: {@code ..} and
 * links lead nowhere but to what lies in the folder where the path begins ("path resolution …
 * sandboxed", wasi-filesystem, path-resolution.md).
 */
public final class PathWalk {
  private static final int MOST_LINKS = 40;
  private static final int MOST_LENGTH = 4096;
  private static final int MOST_NAME = 255;

  /** Each folder on the way is a handle. */
  private static final int MOST_DEPTH = 256;

  private static final boolean IS_WINDOWS = File.separatorChar == '\\';

  private final Folder base;
  private final Deque<Folder> way = Place.noWay();
  private final Deque<String> rest = new ArrayDeque<>();
  private int links;
  private boolean asFolder;

  private PathWalk(Folder base) {
    this.base = base;
  }

  /**
   * Where a path leads.
   *
   * @param base where it begins
   * @param path relative
   * @param follow whether the last part may be a link that is followed
   * @throws FileException when it leads out of the folder, or to nothing
   */
  public static Place resolve(Folder base, String path, boolean follow) throws IOException {
    PathWalk walk = new PathWalk(base);
    try {
      walk.prepend(path);
      return new Place(base, walk.way, walk.walk(follow), walk.asFolder);
    } catch (IOException | RuntimeException e) {
      walk.way.forEach(Folder::close);
      if (e instanceof InvalidPathException) {
        throw new FileException(ErrorCode.ILLEGAL_BYTE_SEQUENCE);
      }
      throw e;
    }
  }

  private void prepend(String path) throws FileException {
    if (path.isEmpty()) {
      throw new FileException(ErrorCode.NO_ENTRY);
    }
    if (path.length() > MOST_LENGTH) {
      throw new FileException(ErrorCode.NAME_TOO_LONG);
    }
    if (path.indexOf('\0') >= 0) {
      throw new FileException(ErrorCode.INVALID);
    }
    // Windows takes other forms for absolute ones, and backslashes for slashes.
    if (path.startsWith("/")
        || (IS_WINDOWS && (path.indexOf('\\') >= 0 || path.indexOf(':') >= 0))) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    }
    asFolder |= rest.isEmpty() && (path.endsWith("/") || path.endsWith("/."));
    String[] parts = path.split("/");
    for (int i = parts.length - 1; i >= 0; i--) {
      if (parts[i].length() > MOST_NAME) {
        throw new FileException(ErrorCode.NAME_TOO_LONG);
      }
      if (!parts[i].isEmpty() && !parts[i].equals(".")) {
        rest.push(parts[i]);
      }
    }
  }

  private String walk(boolean follow) throws IOException {
    while (!rest.isEmpty()) {
      String name = rest.pop();
      if (name.equals("..")) {
        if (way.isEmpty()) {
          throw new FileException(ErrorCode.NOT_PERMITTED);
        }
        way.pop().close();
        continue;
      }
      if (Staging.isName(name)) {
        throw new NoSuchFileException(name);
      }
      boolean last = rest.isEmpty();
      if (last && !follow && !asFolder) {
        return name;
      }
      Folder here = way.isEmpty() ? base : way.element();
      Attributes found = here.find(name);
      if (found != null && found.kind() == Attributes.Kind.LINK) {
        if (++links > MOST_LINKS) {
          throw new FileException(ErrorCode.LOOP);
        }
        prepend(here.readLink(name));
      } else if (last) {
        return name;
      } else if (found == null) {
        throw new NoSuchFileException(name);
      } else if (!found.isFolder()) {
        throw new FileException(ErrorCode.NOT_DIRECTORY);
      } else {
        if (way.size() >= MOST_DEPTH) {
          throw new FileException(ErrorCode.NAME_TOO_LONG);
        }
        way.push(here.open(name));
      }
    }
    return ".";
  }
}
