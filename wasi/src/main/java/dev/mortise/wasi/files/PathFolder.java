package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * A folder by its path, where the system has no handles for folders (Windows): before each
 * operation it is verified that no part of the path has become a link. Somebody else who swaps
 * folders for links at the right moment could still get past it; what components do cannot, unless
 * two of them run at once on one folder.
 */
final class PathFolder implements Folder {
  private final Path path;
  private final Path root;

  private PathFolder(Path path, Path root) {
    this.path = path;
    this.root = root;
  }

  /**
   * A folder that is granted.
   *
   * @param path a real path
   */
  static PathFolder root(Path path) {
    return new PathFolder(path, path);
  }

  private Path at(String name) throws IOException {
    if (!root.toRealPath().equals(root)) { // a folder above it has become a link
      throw new NoSuchFileException(name);
    }
    for (Path part = path; part != null && !part.equals(root); part = part.getParent()) {
      if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(name);
      }
    }
    return name.equals(".") ? path : path.resolve(name);
  }

  @Override
  public Folder open(String name) throws IOException {
    Path place = at(name);
    if (!attributes(name).isFolder()) {
      throw new NotDirectoryException(name);
    }
    return new PathFolder(place, root);
  }

  @Override
  public FileChannel file(String name, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(at(name), all);
  }

  @Override
  public Attributes attributes(String name) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(at(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return Attributes.of(found, 1, found.lastModifiedTime().toInstant());
  }

  @Override
  public String readLink(String name) throws IOException {
    return Files.readSymbolicLink(at(name)).toString();
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at("."))) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!Staging.isName(name)) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  @Override
  public void createFolder(String name) throws IOException {
    Files.createDirectory(at(name));
  }

  @Override
  public void createLink(String name, String target) throws IOException {
    Files.createSymbolicLink(at(name), Path.of(target));
  }

  @Override
  public void addName(String name, Folder other, String otherName) throws IOException {
    Files.createLink(same(other).at(otherName), at(name));
  }

  /** Windows lets nothing take the place of a folder, not even an empty one. */
  @Override
  public void move(String name, Folder other, String otherName) throws IOException {
    Path target = same(other).at(otherName);
    Attributes moved = attributes(name);
    Attributes there = other.find(otherName);
    if (there != null && there.isFolder() != moved.isFolder()) {
      throw new FileException(there.isFolder() ? ErrorCode.IS_DIRECTORY : ErrorCode.NOT_DIRECTORY);
    }
    if (there != null && there.isFolder() && !Files.isSameFile(at(name), target)) {
      Files.delete(target);
    }
    Files.move(at(name), target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static PathFolder same(Folder other) throws FileException {
    if (other instanceof PathFolder folder) {
      return folder;
    }
    throw new FileException(ErrorCode.CROSS_DEVICE);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    if (attributes(name).isFolder()) {
      throw new FileException(ErrorCode.IS_DIRECTORY);
    }
    Files.delete(at(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    if (!attributes(name).isFolder()) {
      throw new FileException(ErrorCode.NOT_DIRECTORY);
    }
    Files.delete(at(name));
  }

  @Override
  public void setTimes(String name, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    Files.getFileAttributeView(at(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(modified, accessed, null);
  }

  @Override
  public void close() {}
}
