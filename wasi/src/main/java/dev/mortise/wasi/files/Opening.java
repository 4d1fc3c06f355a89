package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/** Opens files and folders by paths. */
public final class Opening {
  /**
   * How something is opened; the words are those of {@code open-flags} and {@code
   * descriptor-flags}.
   *
   * @param follow whether the last part of the path may be a link
   */
  public record How(
      boolean follow,
      boolean create,
      boolean directory,
      boolean exclusive,
      boolean truncate,
      boolean read,
      boolean write,
      boolean sync,
      boolean dataSync) {
    /** Whether it may change something. */
    public boolean changes() {
      return create || truncate || write;
    }
  }

  /** What was opened. */
  public sealed interface Opened {
    /** A folder. */
    record OfFolder(Folder folder) implements Opened {}

    /** A file. */
    record OfFile(OpenFile file) implements Opened {}
  }

  private Opening() {}

  /**
   * Opens.
   *
   * @param mayChange whether the component may change anything in the folder
   * @param mostSize how large a file may become, in bytes
   */
  public static Opened open(Folder base, boolean mayChange, String path, How how, long mostSize)
      throws IOException {
    if (how.create && how.directory) {
      throw new FileException(ErrorCode.INVALID);
    }
    boolean fresh = how.create && how.exclusive;
    try (Place place = PathWalk.resolve(base, path, how.follow && !fresh)) {
      Attributes found = place.folder().find(place.name());
      if (how.changes() && !mayChange) {
        throw new FileException(ErrorCode.READ_ONLY);
      }
      if (found == null) {
        if (!how.create) {
          throw new FileException(ErrorCode.NO_ENTRY);
        }
        if (place.asFolder()) {
          throw new FileException(ErrorCode.IS_DIRECTORY);
        }
      } else if (fresh) {
        throw new FileException(ErrorCode.EXIST);
      } else if (found.isFolder()) {
        if (how.changes()) {
          throw new FileException(ErrorCode.IS_DIRECTORY);
        }
        return new Opened.OfFolder(place.folder().open(place.name()));
      }
      ErrorCode problem = problem(found, how.directory || place.asFolder());
      if (problem != null) {
        throw new FileException(problem);
      }
      return new Opened.OfFile(file(place, found == null, how, mostSize));
    }
  }

  private static @Nullable ErrorCode problem(@Nullable Attributes found, boolean asFolder) {
    if (found == null) {
      return null;
    }
    return switch (found.kind()) {
      case LINK -> ErrorCode.LOOP;
      // A pipe would wait for its other end, and a device is no business of a folder's.
      case OTHER -> ErrorCode.NOT_PERMITTED;
      case FILE, FOLDER -> asFolder ? ErrorCode.NOT_DIRECTORY : null;
    };
  }

  private static OpenFile file(Place place, boolean isNew, How how, long mostSize)
      throws IOException {
    Set<OpenOption> options = new HashSet<>();
    if (how.read || !how.write) {
      options.add(StandardOpenOption.READ);
    }
    if (how.write || how.truncate || isNew) {
      options.add(StandardOpenOption.WRITE);
    }
    if (how.create) {
      options.add(how.exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if (how.truncate) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (how.sync) {
      options.add(StandardOpenOption.SYNC);
    }
    if (how.dataSync) {
      options.add(StandardOpenOption.DSYNC);
    }
    FileChannel channel = place.folder().file(place.name(), options);
    Folder folder = null;
    try {
      String name = place.name();
      folder = place.takeFolder();
      return new OpenFile(channel, folder, name, mostSize);
    } catch (IOException e) {
      channel.close();
      if (folder != null) {
        folder.close();
      }
      throw e;
    }
  }
}
