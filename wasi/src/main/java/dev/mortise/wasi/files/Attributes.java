package dev.mortise.wasi.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file, a folder or a link.
 *
 * @param size in bytes
 * @param links how many names it has
 * @param key tells it from all others as long as it exists, where the system has such a thing
 */
public record Attributes(
    Kind kind,
    long size,
    long links,
    Instant accessed,
    Instant modified,
    Instant changed,
    @Nullable Object key) {
  /** What something is. */
  public enum Kind {
    /** A file with content. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link. */
    LINK,
    /** A device, a pipe, a socket. */
    OTHER
  }

  /** Whether it is a folder. */
  public boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  static Attributes of(BasicFileAttributes found, long links, Instant changed) {
    return new Attributes(
        found.isSymbolicLink()
            ? Kind.LINK
            : found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER,
        found.size(),
        links,
        found.lastAccessTime().toInstant(),
        found.lastModifiedTime().toInstant(),
        changed,
        found.fileKey());
  }

  /** Whether both are of one thing; not where the system cannot tell. */
  public boolean isSame(Attributes other) {
    return key != null && key.equals(other.key);
  }

  Attributes withSize(long now) {
    return new Attributes(kind, now, links, accessed, modified, changed, key);
  }
}
