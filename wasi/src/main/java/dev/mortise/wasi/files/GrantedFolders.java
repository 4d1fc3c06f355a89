package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the folders that a program grants. */
public final class GrantedFolders {
  private GrantedFolders() {}

  /**
   * Opens a folder with all that is in it. The program says where it is, so links in its path are
   * followed.
   *
   * @throws IOException when there is no such folder
   */
  public static Folder open(Path path) throws IOException {
    Path real = path.toRealPath();
    Folder secure = SecureFolder.root(real);
    return secure == null ? byPath(real) : secure;
  }

  /** The same where the system has no handles for folders. */
  static Folder byPath(Path path) throws IOException {
    return PathFolder.root(path.toRealPath());
  }
}
