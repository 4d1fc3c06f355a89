package dev.mortise.testing.wasi;

import dev.mortise.testing.wasi.files.Access;
import dev.mortise.testing.wasi.files.Descriptor;
import dev.mortise.testing.wasi.files.DirectoryNode;
import dev.mortise.testing.wasi.files.FileException;
import dev.mortise.testing.wasi.files.FileNode;
import dev.mortise.testing.wasi.files.FileTree;
import dev.mortise.testing.wasi.files.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a component, in memory: what a test puts there before a call and finds there after
 * it. The component has the directory {@code /} of them (preopened); paths begin there. They have
 * no owners, no permissions and no symbolic links.
 */
public final class WasiFiles {
  private final FileTree tree;
  private boolean readOnly;

  WasiFiles(WasiClock clock) {
    tree = new FileTree(clock::now);
  }

  /** What the component gets of {@code wasi:filesystem/preopens}. */
  Descriptor preopened() {
    return new Descriptor(
        tree,
        tree.root(),
        readOnly ? EnumSet.of(Access.READ) : EnumSet.of(Access.READ, Access.MUTATE_DIRECTORY));
  }

  /**
   * Writes a file in UTF-8, with the directories on the way to it; one that is there is replaced.
   */
  public WasiFiles write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, with the directories on the way to it; one that is there is replaced. */
  public WasiFiles write(String path, byte[] bytes) {
    return change(
        path,
        inside -> {
          int slash = inside.lastIndexOf('/');
          if (slash > 0) {
            directories(inside.substring(0, slash));
          }
          FileNode file = tree.createFile(tree.root(), inside);
          tree.resize(file, 0);
          tree.write(file, 0, bytes);
        });
  }

  /** Makes a directory, with those on the way to it, where they are missing. */
  public WasiFiles createDirectory(String path) {
    return change(path, this::directories);
  }

  private void directories(String path) throws FileException {
    String sofar = "";
    for (String name : path.split("/", -1)) {
      sofar += sofar.isEmpty() ? name : "/" + name;
      if (!(tree.find(tree.root(), sofar) instanceof DirectoryNode)) {
        DirectoryNode unused = tree.createDirectory(tree.root(), sofar);
      }
    }
  }

  /** Removes a file, or an empty directory. */
  public WasiFiles delete(String path) {
    return change(
        path,
        inside -> {
          if (tree.get(tree.root(), inside) instanceof DirectoryNode) {
            tree.removeDirectory(tree.root(), inside);
          } else {
            tree.unlink(tree.root(), inside);
          }
        });
  }

  /**
   * The component may change nothing: what would is {@code read-only}. Before it opens anything.
   */
  public WasiFiles readOnly() {
    readOnly = true;
    return this;
  }

  /** Limits the bytes of all files together: beyond, there is {@code insufficient-space}. */
  public WasiFiles capacity(long bytes) {
    tree.capacity(bytes);
    return this;
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws AssertionError when there is no such file
   */
  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /**
   * The bytes of a file.
   *
   * @throws AssertionError when there is no such file
   */
  public byte[] bytes(String path) {
    if (find(path) instanceof FileNode file) {
      return file.read(0, file.size());
    }
    throw new AssertionError(
        "there is no file "
            + path
            + "; there "
            + (list().isEmpty() ? "is nothing" : "are " + list()));
  }

  /** Whether there is a file or directory. */
  public boolean exists(String path) {
    return find(path) != null;
  }

  /** Whether there is a directory. */
  public boolean isDirectory(String path) {
    return find(path) instanceof DirectoryNode;
  }

  /** The paths of all files and directories, in order; those of directories end with a slash. */
  public List<String> list() {
    List<String> all = new ArrayList<>();
    list(tree.root(), "/", all);
    return all;
  }

  private static void list(DirectoryNode directory, String path, List<String> all) {
    directory
        .entries()
        .forEach(
            (name, node) -> {
              if (node instanceof DirectoryNode below) {
                all.add(path + name + "/");
                list(below, path + name + "/", all);
              } else {
                all.add(path + name);
              }
            });
  }

  private @Nullable Node find(String path) {
    try {
      return tree.find(tree.root(), inside(path));
    } catch (FileException e) {
      return null;
    }
  }

  private interface Change {
    void of(String path) throws FileException;
  }

  private WasiFiles change(String path, Change change) {
    try {
      change.of(inside(path));
    } catch (FileException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage() + "; there are " + list(), e);
    }
    return this;
  }

  /** The path from the root. */
  private static String inside(String path) {
    String inside = path.replaceFirst("^/+", "");
    return inside.isEmpty() ? "." : inside;
  }
}
