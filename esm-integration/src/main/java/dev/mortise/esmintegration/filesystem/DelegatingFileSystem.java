package dev.mortise.esmintegration.filesystem;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** A file system whose paths wrap those of another, which does everything. */
abstract class DelegatingFileSystem implements FileSystem {
  final FileSystem files;

  DelegatingFileSystem(FileSystem files) {
    this.files = files;
  }

  /** The path of the other file system. */
  abstract Path below(Path path);

  /** A path of the other file system, wrapped. */
  abstract Path wrap(Path path);

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    files.checkAccess(below(path), modes, options);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(below(folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(below(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files.newByteChannel(below(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream =
        files.newDirectoryStream(below(folder), path -> filter.accept(wrap(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> paths = stream.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return paths.hasNext();
          }

          @Override
          public Path next() {
            return wrap(paths.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return wrap(files.toAbsolutePath(below(path)));
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return wrap(files.toRealPath(below(path), options));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return files.readAttributes(below(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    files.setAttribute(below(path), attribute, value, options);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    files.copy(below(source), below(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    files.move(below(source), below(target), options);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    files.createLink(below(link), below(existing));
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    files.createSymbolicLink(below(link), below(target), attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return wrap(files.readSymbolicLink(below(link)));
  }

  @Override
  public void setCurrentWorkingDirectory(Path folder) {
    files.setCurrentWorkingDirectory(below(folder));
  }

  @Override
  public String getSeparator() {
    return files.getSeparator();
  }

  @Override
  public String getPathSeparator() {
    return files.getPathSeparator();
  }

  @Override
  public @Nullable String getMimeType(Path path) {
    return files.getMimeType(below(path));
  }

  @Override
  public @Nullable Charset getEncoding(Path path) {
    return files.getEncoding(below(path));
  }

  @Override
  public Path getTempDirectory() {
    return wrap(files.getTempDirectory());
  }

  @Override
  public boolean isSameFile(Path one, Path other, LinkOption... options) throws IOException {
    boolean named = one instanceof NamedPath || other instanceof NamedPath;
    return named ? one.equals(other) : files.isSameFile(below(one), below(other), options);
  }

  @Override
  public long getFileStoreTotalSpace(Path path) throws IOException {
    return files.getFileStoreTotalSpace(below(path));
  }

  @Override
  public long getFileStoreUnallocatedSpace(Path path) throws IOException {
    return files.getFileStoreUnallocatedSpace(below(path));
  }

  @Override
  public long getFileStoreUsableSpace(Path path) throws IOException {
    return files.getFileStoreUsableSpace(below(path));
  }

  @Override
  public long getFileStoreBlockSize(Path path) throws IOException {
    return files.getFileStoreBlockSize(below(path));
  }

  @Override
  public boolean isFileStoreReadOnly(Path path) throws IOException {
    return files.isFileStoreReadOnly(below(path));
  }
}
