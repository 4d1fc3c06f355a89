package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.file.Path;

/** The two ways in which the host holds folders: whichever it is, a component sees the same. */
public enum FolderKind {
  /** By handles. */
  SECURE {
    @Override
    public Folder open(Path path) throws IOException {
      return GrantedFolders.open(path);
    }
  },
  /** By paths. */
  PATH {
    @Override
    public Folder open(Path path) throws IOException {
      return GrantedFolders.byPath(path);
    }
  };

  /** Opens a granted folder. */
  public abstract Folder open(Path path) throws IOException;
}
