package dev.mortise.esmintegration;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * Reads what lies in some folders, and nothing else; writes nothing. A link that leads out of them
 * is not followed.
 */
final class FolderFileSystem implements FileSystem {
  private final FileSystem files =
      FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem());
  private final List<Path> folders;

  /**
   * A file system.
   *
   * @throws IOException when one of the folders is none
   */
  FolderFileSystem(List<Path> folders) throws IOException {
    List<Path> real = new ArrayList<>();
    for (Path folder : folders) {
      real.add(folder.toRealPath());
    }
    this.folders = List.copyOf(real);
  }

  /** The real path, when that lies in one of the folders. */
  private Path allowed(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path real;
    try {
      real = absolute.toRealPath();
    } catch (NoSuchFileException e) {
      // That there is no such file is told of what lies within alone.
      requireWithin(absolute);
      throw e;
    }
    requireWithin(real);
    return real;
  }

  private void requireWithin(Path path) throws AccessDeniedException {
    if (folders.stream().noneMatch(path::startsWith)) {
      throw new AccessDeniedException(
          path.toString(), null, "it lies outside of the folders that may be read");
    }
  }

  @Override
  public Path parsePath(URI uri) {
    return files.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return files.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    files.checkAccess(allowed(path), modes, options);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(folder, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files.newByteChannel(allowed(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return files.newDirectoryStream(allowed(folder), filter);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return files.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return allowed(path);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return files.readAttributes(allowed(path), attributes, options);
  }
}
