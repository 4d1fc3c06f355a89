package dev.mortise.esmintegration.filesystem;

import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A path as GraalJS sees it. It resolves an import with {@link #resolveSibling(String)} on the path
 * of the importing module, which is the one place where both the specifier and the whole name of
 * the importer are known; the path passes both on to a {@link SiblingResolver}.
 */
sealed interface ModulePath extends Path permits FilePath, NamedPath {

  /** What resolves an import. */
  SiblingResolver siblings();

  @Override
  default Path resolveSibling(String other) {
    return siblings().sibling(this, other);
  }

  @Override
  default FileSystem getFileSystem() {
    throw new UnsupportedOperationException("a path of modules has no file system of java.nio");
  }

  @Override
  default WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("a path of modules cannot be watched");
  }

  @Override
  default Path toRealPath(LinkOption... options) {
    throw new UnsupportedOperationException("the polyglot file system finds the real path");
  }

  @Override
  default int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  /** Resolves an import of the module at a path. */
  @FunctionalInterface
  interface SiblingResolver {
    /** The path of the imported module. */
    Path sibling(ModulePath referrer, String specifier);
  }
}
