package dev.mortise.wasi.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * A folder by a handle of the operating system ({@link SecureDirectoryStream}): another folder or a
 * link that takes its place under its path changes nothing.
 *
 * <p>Java has no such operations to make folders and links. They are made at the granted root,
 * under a name that no component can reach, and moved by handles. Where that cannot be (the root
 * cannot be written, or is on another disk), they are made by path, and it is verified by handle
 * that they have come to lie in this folder. Either way it is verified before that the path leads
 * to the folder still: a component that may change a folder above it can put a link in its place.
 */
final class SecureFolder implements Folder {
  private final SecureDirectoryStream<Path> handle;

  /** Where it was when it was opened. */
  private final Path path;

  /** The granted folder, which stays open as long as this one; null in that folder itself. */
  private final @Nullable SecureFolder root;

  /** This one, and of a granted folder those in it. */
  private final AtomicInteger users = new AtomicInteger(1);

  private final AtomicBoolean closed = new AtomicBoolean();

  private SecureFolder(SecureDirectoryStream<Path> handle, Path path, @Nullable SecureFolder root) {
    this.handle = handle;
    this.path = path;
    this.root = root;
    if (root != null) {
      root.users.incrementAndGet();
    }
  }

  /**
   * Opens a folder that is granted.
   *
   * @param path a real path
   * @return null where the system has no such handles
   */
  @SuppressWarnings("StreamResourceLeak") // the folder is what closes it
  static @Nullable SecureFolder root(Path path) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(path);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new SecureFolder(secure, path, null);
    }
    stream.close();
    return null;
  }

  private static Path single(String name) {
    return Path.of(name);
  }

  @Override
  public Folder open(String name) throws IOException {
    return new SecureFolder(
        handle.newDirectoryStream(single(name), LinkOption.NOFOLLOW_LINKS),
        name.equals(".") ? path : path.resolve(name),
        name.equals(".") ? root : root == null ? this : root);
  }

  @Override
  public FileChannel file(String name, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return (FileChannel) handle.newByteChannel(single(name), all);
  }

  private BasicFileAttributeView view(String name) {
    return handle.getFileAttributeView(
        single(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Attributes attributes(String name) throws IOException {
    BasicFileAttributes found = view(name).readAttributes();
    long links = 1;
    Instant changed = found.lastModifiedTime().toInstant();
    try {
      // What the handle does not tell, when the path still leads to the same thing.
      Map<String, Object> more =
          Files.readAttributes(
              path.resolve(name), "unix:nlink,ctime,fileKey", LinkOption.NOFOLLOW_LINKS);
      if (found.fileKey() != null
          && found.fileKey().equals(more.get("fileKey"))
          && more.get("nlink") instanceof Number count
          && more.get("ctime") instanceof FileTime time) {
        links = count.longValue();
        changed = time.toInstant();
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Then they are not known.
    }
    return Attributes.of(found, links, changed);
  }

  /** The text that a link leads to can be read by path only: it is read of the same link. */
  @Override
  public String readLink(String name) throws IOException {
    Attributes before = attributes(name);
    String target = Files.readSymbolicLink(path.resolve(name)).toString();
    Path there = path.resolve(name);
    BasicFileAttributes after =
        Files.readAttributes(there, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (before.key() == null || !before.key().equals(after.fileKey())) {
      throw new NoSuchFileException(name);
    }
    return target;
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (SecureDirectoryStream<Path> again =
        handle.newDirectoryStream(single("."), LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : again) {
        String name = String.valueOf(entry.getFileName());
        if (!Staging.isName(name)) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return names;
  }

  @FunctionalInterface
  private interface Making {
    void at(Path place) throws IOException;
  }

  private void make(String name, Making making) throws IOException {
    if (find(name) != null) {
      throw new FileAlreadyExistsException(name);
    }
    if (root == null) {
      makeHere(name, making);
      return;
    }
    String staged = Staging.name();
    try {
      root.mustLieAtItsPath(staged);
      making.at(root.path.resolve(staged));
    } catch (IOException e) {
      makeHere(name, making);
      return;
    }
    try {
      root.handle.move(single(staged), handle, single(name));
    } catch (IOException e) {
      Files.deleteIfExists(root.path.resolve(staged));
      if (FileErrors.code(e) != ErrorCode.CROSS_DEVICE) {
        throw e;
      }
      makeHere(name, making);
    }
  }

  /**
   * Fails where the path leads to another folder by now: the folder was moved, or one above it, by
   * the host or by a component to which that one is granted too.
   */
  private void mustLieAtItsPath(String name) throws IOException {
    Object there = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    if (there == null || !there.equals(view(".").readAttributes().fileKey())) {
      throw new NoSuchFileException(name);
    }
  }

  private void makeHere(String name, Making making) throws IOException {
    mustLieAtItsPath(name);
    Path place = path.resolve(name);
    making.at(place);
    Object made =
        Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    Attributes found = find(name);
    if (found == null || made == null || !made.equals(found.key())) {
      Files.deleteIfExists(place);
      throw new NoSuchFileException(name);
    }
  }

  @Override
  public void createFolder(String name) throws IOException {
    make(name, Files::createDirectory);
  }

  @Override
  public void createLink(String name, String target) throws IOException {
    make(name, place -> Files.createSymbolicLink(place, Path.of(target)));
  }

  /** A link to what the path leads to is taken back when that is not the file of this folder. */
  @Override
  public void addName(String name, Folder other, String otherName) throws IOException {
    Attributes wanted = attributes(name);
    if (other instanceof SecureFolder folder) {
      folder.make(
          otherName,
          place -> {
            Files.createLink(place, path.resolve(name));
            Object made =
                Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            if (made == null || !made.equals(wanted.key())) {
              Files.deleteIfExists(place);
              throw new NoSuchFileException(name);
            }
          });
    } else {
      throw new FileException(ErrorCode.CROSS_DEVICE);
    }
  }

  @Override
  public void move(String name, Folder other, String otherName) throws IOException {
    if (!(other instanceof SecureFolder folder)) {
      throw new FileException(ErrorCode.CROSS_DEVICE);
    }
    handle.move(single(name), folder.handle, single(otherName));
  }

  @Override
  public void deleteFile(String name) throws IOException {
    if (attributes(name).isFolder()) {
      throw new FileException(ErrorCode.IS_DIRECTORY);
    }
    handle.deleteFile(single(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    if (!attributes(name).isFolder()) {
      throw new FileException(ErrorCode.NOT_DIRECTORY);
    }
    handle.deleteDirectory(single(name));
  }

  @Override
  public void setTimes(String name, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    view(name).setTimes(modified, accessed, null);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release();
      if (root != null) {
        root.release();
      }
    }
  }

  private void release() {
    if (users.decrementAndGet() > 0) {
      return;
    }
    try {
      handle.close();
    } catch (IOException e) {
      // It was only read from.
    }
  }
}
