package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.resolve.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of the file system below: its own path does everything but the resolving of imports.
 *
 * @param file the path of the file system below
 * @param request what asked for the file, or null when no import did
 */
record FilePath(Path file, @Nullable Request request, SiblingResolver siblings)
    implements ModulePath {

  private FilePath with(Path other) {
    return new FilePath(other, request, siblings);
  }

  private @Nullable FilePath withNullable(@Nullable Path other) {
    return other == null ? null : with(other);
  }

  private static Path unwrapped(Path path) {
    return path instanceof FilePath wrapped ? wrapped.file() : path;
  }

  @Override
  public boolean isAbsolute() {
    return file.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return withNullable(file.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return withNullable(file.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return withNullable(file.getParent());
  }

  @Override
  public int getNameCount() {
    return file.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return with(file.getName(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return with(file.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return file.startsWith(unwrapped(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return file.endsWith(unwrapped(other));
  }

  @Override
  public Path normalize() {
    return with(file.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return with(file.resolve(unwrapped(other)));
  }

  @Override
  public Path relativize(Path other) {
    return with(file.relativize(unwrapped(other)));
  }

  @Override
  public URI toUri() {
    return file.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return with(file.toAbsolutePath());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilePath path && path.file.equals(file);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(file);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
