package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * What is done with paths in folders, but for opening. Two of the parameters are the same
 * everywhere: the folder where the path begins, and whether the component may change what is in it.
 */
public final class FolderOperations {
  private FolderOperations() {}

  /** Fails with {@code read-only} where nothing may be changed. */
  public static void mustChange(boolean mayChange) throws FileException {
    if (!mayChange) {
      throw new FileException(ErrorCode.READ_ONLY);
    }
  }

  /** A name, and not the folder itself, which nobody makes or removes from within. */
  private static String entry(Place place, ErrorCode otherwise) throws FileException {
    if (place.name().equals(".")) {
      throw new FileException(otherwise);
    }
    return place.name();
  }

  /** What is known of what is there, which is a folder where the path says so. */
  private static Attributes existing(Place place) throws IOException {
    Attributes found = place.folder().attributes(place.name());
    if (place.asFolder() && !found.isFolder()) {
      throw new FileException(ErrorCode.NOT_DIRECTORY);
    }
    return found;
  }

  /** A name for what is made and is no folder, though the path may say so. */
  private static String newEntry(Place place) throws IOException {
    String name = entry(place, ErrorCode.EXIST);
    if (place.asFolder() && place.folder().find(name) == null) {
      throw new FileException(ErrorCode.NO_ENTRY);
    }
    return name;
  }

  /** What is known of something. */
  public static Attributes attributes(Folder base, String path, boolean follow) throws IOException {
    try (Place place = PathWalk.resolve(base, path, follow)) {
      return existing(place);
    }
  }

  /**
   * Sets times.
   *
   * @param accessed null for no change
   * @param modified null for no change
   */
  public static void setTimes(
      Folder base,
      boolean mayChange,
      String path,
      boolean follow,
      @Nullable FileTime accessed,
      @Nullable FileTime modified)
      throws IOException {
    try (Place place = PathWalk.resolve(base, path, follow)) {
      mustChange(mayChange);
      Attributes unused = existing(place);
      place.folder().setTimes(place.name(), accessed, modified);
    }
  }

  /** Makes a folder. */
  public static void createFolder(Folder base, boolean mayChange, String path) throws IOException {
    try (Place place = PathWalk.resolve(base, withoutSlash(path), false)) {
      mustChange(mayChange);
      place.folder().createFolder(entry(place, ErrorCode.EXIST));
    }
  }

  /** Removes an empty folder. */
  public static void removeFolder(Folder base, boolean mayChange, String path) throws IOException {
    try (Place place = PathWalk.resolve(base, withoutSlash(path), false)) {
      mustChange(mayChange);
      place.folder().deleteFolder(entry(place, ErrorCode.INVALID));
    }
  }

  /** Removes a file or a link. */
  public static void unlink(Folder base, boolean mayChange, String path) throws IOException {
    try (Place place = PathWalk.resolve(base, path, false)) {
      mustChange(mayChange);
      String name = entry(place, ErrorCode.IS_DIRECTORY);
      Attributes unused = existing(place);
      place.folder().deleteFile(name);
    }
  }

  /** Where a link leads. A link out of the folder says so, but cannot be followed. */
  public static String readLink(Folder base, String path) throws IOException {
    try (Place place = PathWalk.resolve(base, path, false)) {
      if (existing(place).kind() != Attributes.Kind.LINK) {
        throw new FileException(ErrorCode.INVALID);
      }
      return place.folder().readLink(place.name());
    }
  }

  /** Makes a link. One with an absolute path could mean nothing but a place of the host's. */
  public static void symlink(Folder base, boolean mayChange, String target, String path)
      throws IOException {
    if (target.startsWith("/") || target.indexOf('\0') >= 0) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    }
    if (target.isEmpty()) {
      throw new FileException(ErrorCode.NO_ENTRY);
    }
    try (Place place = PathWalk.resolve(base, path, false)) {
      mustChange(mayChange);
      place.folder().createLink(newEntry(place), target);
    }
  }

  /** Gives a file another name. */
  public static void link(
      Folder base, boolean mayChange, String path, boolean follow, Folder otherBase, String other)
      throws IOException {
    if (follow) {
      throw new FileException(ErrorCode.INVALID); // link(2) of most systems follows none
    }
    try (Place from = PathWalk.resolve(base, path, false);
        Place to = PathWalk.resolve(otherBase, other, false)) {
      mustChange(mayChange);
      String name = entry(from, ErrorCode.NOT_PERMITTED);
      if (existing(from).isFolder()) {
        throw new FileException(ErrorCode.NOT_PERMITTED);
      }
      from.folder().addName(name, to.folder(), newEntry(to));
    }
  }

  /** Moves something, in place of a file or an empty folder that may be there. */
  public static void rename(
      Folder base, boolean mayChange, String path, Folder otherBase, String other)
      throws IOException {
    try (Place from = PathWalk.resolve(base, withoutSlash(path), false);
        Place to = PathWalk.resolve(otherBase, withoutSlash(other), false)) {
      mustChange(mayChange);
      String name = entry(from, ErrorCode.BUSY);
      boolean asFolder = path.endsWith("/") || other.endsWith("/");
      if (asFolder && !from.folder().attributes(name).isFolder()) {
        throw new FileException(ErrorCode.NOT_DIRECTORY);
      }
      from.folder().move(name, to.folder(), entry(to, ErrorCode.BUSY));
    }
  }

  /** A path of a folder may end with slashes, which do not ask for a link to be followed. */
  private static String withoutSlash(String path) {
    String cut = path;
    while (cut.length() > 1 && cut.endsWith("/")) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut;
  }
}
