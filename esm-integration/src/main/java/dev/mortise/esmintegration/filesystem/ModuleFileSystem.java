package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.load.ModuleBytes;
import dev.mortise.esmintegration.resolve.Request;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * What GraalJS reads modules from. Where a component stands, it reads the text that stands for it;
 * a name of the import map leads where the map says; all else is the user's own file system, which
 * is asked for every byte. May be shared by any number of contexts.
 */
public final class ModuleFileSystem extends DelegatingFileSystem {
  private static final String MODULE = "application/javascript+module";

  private final ModulePaths paths;
  private final ModuleReader reader;
  private final FailureMemory failures;

  ModuleFileSystem(
      FileSystem files, ModulePaths paths, ModuleReader reader, FailureMemory failures) {
    super(files);
    this.paths = paths;
    this.reader = reader;
    this.failures = failures;
  }

  /** What the modules are. */
  public ModuleReader reader() {
    return reader;
  }

  /** A specifier that can be imported only where this file system is in use. */
  public String probe() {
    return paths.probe();
  }

  @Override
  public Path parsePath(URI uri) {
    return paths.of(uri);
  }

  @Override
  public Path parsePath(String path) {
    return paths.of(path);
  }

  @Override
  Path below(Path path) {
    return switch (path) {
      case FilePath file -> file.file();
      case NamedPath named ->
          throw new UnsupportedOperationException(named + " is a module, not a file");
      default -> path;
    };
  }

  @Override
  Path wrap(Path path) {
    return paths.file(path, null);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    if (!(path instanceof NamedPath)) {
      super.checkAccess(path, modes, options);
    } else if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return switch (path) {
      case NamedPath named -> named;
      case FilePath file -> paths.file(files.toAbsolutePath(file.file()), file.request());
      default -> super.toAbsolutePath(path);
    };
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return switch (path) {
      case NamedPath(String name, Content.Failure(MortiseException why), var siblings) ->
          throw failed(name, why);
      case NamedPath named -> named;
      case FilePath file -> paths.real(file, options);
      default -> super.toRealPath(path, options);
    };
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (path instanceof NamedPath named) {
      try {
        return channel(reader.text(named.content()), StandardCharsets.UTF_8);
      } catch (MortiseException e) {
        throw failed(named.name(), e);
      }
    }
    boolean reads = options.stream().allMatch(option -> option == StandardOpenOption.READ);
    if (!reads || !(path instanceof FilePath file)) {
      return super.newByteChannel(path, options, attributes);
    }
    try {
      String text = replaced(file.file());
      return text == null
          ? super.newByteChannel(path, options, attributes)
          : channel(text, reader.charset(file.file()));
    } catch (MortiseException e) {
      throw failed(file.toString(), e);
    } catch (NoSuchFileException e) {
      Request request = file.request();
      if (request == null) {
        throw e;
      }
      throw failed(file.toString(), paths.noSuchFile(request, file));
    }
  }

  private @Nullable String replaced(Path file) throws IOException {
    String component = reader.component(file);
    return component == null ? reader.scoped(file) : component;
  }

  private static SeekableByteChannel channel(String text, Charset charset) {
    return new SourceChannel(text.getBytes(charset));
  }

  /**
   * An error whose message GraalJS passes on. Where the importer is not known here, GraalJS knows
   * it, and adds it to an error about a file.
   */
  private IOException failed(String name, MortiseException why) {
    failures.add(why);
    String message = String.valueOf(why.getMessage());
    boolean namesImporter = message.contains("\" in ") || message.contains("\" of ");
    return namesImporter ? new IOException(message) : new FileSystemException(name, null, message);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    if (!(path instanceof NamedPath)) {
      return super.readAttributes(path, attributes, options);
    }
    Map<String, Object> basic = new HashMap<>();
    basic.put("isRegularFile", true);
    basic.put("isDirectory", false);
    basic.put("isSymbolicLink", false);
    basic.put("isOther", false);
    for (String time : new String[] {"creationTime", "lastModifiedTime", "lastAccessTime"}) {
      basic.put(time, FileTime.fromMillis(0));
    }
    return basic;
  }

  @Override
  public @Nullable String getMimeType(Path path) {
    return switch (path) {
      case NamedPath named -> MODULE;
      case FilePath file -> isComponent(file.file()) ? MODULE : super.getMimeType(path);
      default -> super.getMimeType(path);
    };
  }

  private boolean isComponent(Path file) {
    try (SeekableByteChannel channel = ModuleBytes.open(files, file)) {
      return ModuleBytes.isComponent(channel);
    } catch (IOException | SecurityException | MortiseException e) {
      return false; // who reads it will be told
    }
  }

  @Override
  public @Nullable Charset getEncoding(Path path) {
    return path instanceof NamedPath ? StandardCharsets.UTF_8 : super.getEncoding(path);
  }
}
