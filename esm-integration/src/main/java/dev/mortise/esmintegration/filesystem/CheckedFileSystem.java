package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.importmap.Integrity;
import dev.mortise.esmintegration.load.ModuleBytes;
import dev.mortise.esmintegration.resolve.ModuleProblems;
import dev.mortise.esmintegration.url.ModuleUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The user's own file system, which gives the bytes of some files only when they are what an import
 * map says. They are checked each time that they are read, and what was checked is what is given.
 */
final class CheckedFileSystem extends DelegatingFileSystem {
  private final Map<String, Integrity> asked;

  /** The same by the real paths of those files that were found. */
  private final Map<String, Integrity> askedOfReal = new ConcurrentHashMap<>();

  /**
   * A file system.
   *
   * @param integrity by URL; of a URL that is no file nothing is ever read
   */
  CheckedFileSystem(FileSystem files, Map<ModuleUrl, Integrity> integrity) {
    super(files);
    Map<String, Integrity> byPath = new HashMap<>();
    integrity.forEach(
        (url, value) -> {
          if (url.isFile()) {
            byPath.put(files.parsePath(url.filePath()).toString(), value);
          }
        });
    asked = Map.copyOf(byPath);
  }

  @Override
  Path below(Path path) {
    return path;
  }

  @Override
  Path wrap(Path path) {
    return path;
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
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean reads = options.stream().allMatch(option -> option == StandardOpenOption.READ);
    Integrity integrity = reads ? integrity(path) : null;
    if (integrity == null) {
      return super.newByteChannel(path, options, attributes);
    }
    byte[] bytes = ModuleBytes.read(files, path);
    if (!integrity.fits(bytes)) {
      throw ModuleProblems.wrongBytes(path.toString(), integrity.toString(), integrity.of(bytes));
    }
    return new SourceChannel(bytes);
  }

  /** What is asked of a file, by whichever of its names. */
  private @Nullable Integrity integrity(Path path) throws IOException {
    Path absolute = path.isAbsolute() ? path : files.toAbsolutePath(path);
    Integrity named = asked.get(absolute.normalize().toString());
    if (named != null) {
      return named;
    }
    if (askedOfReal.size() < asked.size()) {
      asked.forEach(this::findReal);
    }
    return askedOfReal.get(files.toRealPath(path).toString());
  }

  private void findReal(String path, Integrity integrity) {
    try {
      askedOfReal.putIfAbsent(files.toRealPath(files.parsePath(path)).toString(), integrity);
    } catch (IOException | SecurityException e) {
      // It is not there yet, or may not be seen: then nobody reads it either.
    }
  }
}
