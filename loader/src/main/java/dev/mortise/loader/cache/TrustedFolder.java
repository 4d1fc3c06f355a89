package dev.mortise.loader.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only its owner, who must be the user of this process, can have written to, and
 * whose files appear there whole or not at all. Where the file system knows no permissions as POSIX
 * has them, the folder's place must protect it.
 */
final class TrustedFolder {
  /** How the names of files begin that are not whole yet. */
  static final String UNFINISHED = ".new-";

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Path OWN_PROCESS = Path.of("/proc/self");

  private final Path folder;

  TrustedFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /** Whether it is there. */
  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** Makes the folder if it is not there, for the user alone. */
  void create() throws IOException {
    if (exists()) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, forOwner("rwx------"));
    } catch (FileAlreadyExistsException e) {
      // Another process was first.
    }
  }

  private FileAttribute<?>[] forOwner(String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Why the folder cannot be trusted, or null.
   *
   * @throws IOException when it cannot be looked at
   */
  @Nullable String distrust() throws IOException {
    return distrust(folder);
  }

  private static @Nullable String distrust(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    LinkOption[] links =
        Files.isDirectory(path) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class, links);
    if (!attributes.isDirectory() && !attributes.isRegularFile()) {
      return path + " is no regular file";
    }
    UserPrincipal user = user(path);
    if (!attributes.owner().equals(user)) {
      return path + " belongs to " + attributes.owner().getName() + ", not to " + user.getName();
    }
    if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      return path + " can be written by others than its owner";
    }
    return null;
  }

  /** The user of this process; a name of the property {@code user.name} may be nobody's. */
  private static UserPrincipal user(Path path) throws IOException {
    return Files.exists(OWN_PROCESS)
        ? Files.getOwner(OWN_PROCESS)
        : path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }

  /** What came of reading a file. */
  sealed interface Found {
    /** There is none. */
    record Nothing() implements Found {}

    /** Its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // taken apart at once, never compared
    record Whole(byte[] bytes) implements Found {}

    /** It was not read, for that reason. */
    record Distrusted(String why) implements Found {}
  }

  /** Reads a file. */
  Found read(String name) throws IOException {
    Path file = folder.resolve(name);
    try {
      String why = distrust(file);
      return why == null ? new Found.Whole(Files.readAllBytes(file)) : new Found.Distrusted(why);
    } catch (NoSuchFileException e) {
      return new Found.Nothing();
    }
  }

  /**
   * Writes a file, in the place of one of that name. Who reads it at the same time sees the one or
   * the other, and a crash leaves the one, the other, or a file that nobody reads.
   */
  void write(String name, byte[] bytes) throws IOException {
    Path made = folder.resolve(UNFINISHED + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(
              made,
              Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
              forOwner("rw-------"))) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        while (content.hasRemaining()) {
          int unused = channel.write(content);
        }
        channel.force(true);
      }
      move(made, folder.resolve(name));
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
