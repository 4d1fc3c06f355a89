package dev.mortise.esmintegration.filesystem;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A module that is no file, by the name under which GraalJS keeps it.
 *
 * @param name the name, such as {@code docs:text/log}
 * @param content what the module is, or why there is none
 */
record NamedPath(String name, Content content, SiblingResolver siblings) implements ModulePath {

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public @Nullable Path getRoot() {
    return null;
  }

  @Override
  public Path getFileName() {
    return this;
  }

  @Override
  public @Nullable Path getParent() {
    return null;
  }

  @Override
  public int getNameCount() {
    return 1;
  }

  @Override
  public Path getName(int index) {
    if (index != 0) {
      throw new IllegalArgumentException("a module's name has one part, not " + index);
    }
    return this;
  }

  @Override
  public Path subpath(int from, int to) {
    if (from != 0 || to != 1) {
      throw new IllegalArgumentException("a module's name has one part");
    }
    return this;
  }

  @Override
  public boolean startsWith(Path other) {
    return equals(other);
  }

  @Override
  public boolean endsWith(Path other) {
    return equals(other);
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    return other;
  }

  @Override
  public Path relativize(Path other) {
    return other;
  }

  /** A URI of our own scheme, since the name need not be one. */
  @Override
  public URI toUri() {
    return URI.create("mortise:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedPath path && path.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
