package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open folder of the host. All its methods take one name in it, never a path, and none follows a
 * link: so nothing that happens to other folders meanwhile leads out of it. A name {@code .} is the
 * folder itself where that makes sense. Failures are {@link IOException}s that {@link FileErrors}
 * knows.
 */
public interface Folder extends AutoCloseable {
  /** Opens a folder in this one; {@code .} opens this one again. */
  Folder open(String name) throws IOException;

  /** Opens a file. */
  FileChannel file(String name, Set<? extends OpenOption> options) throws IOException;

  /** What is known of something in this folder. */
  Attributes attributes(String name) throws IOException;

  /** The same, or null when there is nothing of that name. */
  default @Nullable Attributes find(String name) throws IOException {
    try {
      return attributes(name);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Where a symbolic link leads. */
  String readLink(String name) throws IOException;

  /** All names, in no order. */
  List<String> names() throws IOException;

  /** Makes a folder. */
  void createFolder(String name) throws IOException;

  /** Makes a symbolic link. */
  void createLink(String name, String target) throws IOException;

  /** Gives a file of this folder another name in another one. */
  void addName(String name, Folder other, String otherName) throws IOException;

  /** Moves something to another folder, in place of what may be there. */
  void move(String name, Folder other, String otherName) throws IOException;

  /** Removes a file or a link. */
  void deleteFile(String name) throws IOException;

  /** Removes an empty folder. */
  void deleteFolder(String name) throws IOException;

  /**
   * Sets times.
   *
   * @param accessed null for no change
   * @param modified null for no change
   */
  void setTimes(String name, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException;

  @Override
  void close();
}
