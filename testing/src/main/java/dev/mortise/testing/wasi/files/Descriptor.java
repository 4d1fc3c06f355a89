package dev.mortise.testing.wasi.files;

import java.util.Set;

/**
 * An open file or directory (the resource {@code descriptor}). What it was not opened for is {@code
 * bad-descriptor} for files and {@code read-only} for directories.
 *
 * @param tree the file system
 * @param node what is open
 * @param access what it was opened for
 */
public record Descriptor(FileTree tree, Node node, Set<Access> access) {
  public Descriptor {
    access = Set.copyOf(access);
  }

  /** The directory that it is. */
  public DirectoryNode directory() throws FileException {
    if (node instanceof DirectoryNode directory) {
      return directory;
    }
    throw new FileException(FileErrorCode.NOT_DIRECTORY);
  }

  /** The directory that it is, to be changed. */
  public DirectoryNode mutableDirectory() throws FileException {
    DirectoryNode directory = directory();
    if (!access.contains(Access.MUTATE_DIRECTORY)) {
      throw new FileException(FileErrorCode.READ_ONLY);
    }
    return directory;
  }

  /** The file that it is, to be read or written. */
  public FileNode file(Access wanted) throws FileException {
    return switch (node) {
      case DirectoryNode directory -> throw new FileException(FileErrorCode.IS_DIRECTORY);
      case FileNode file when access.contains(wanted) -> file;
      case FileNode file -> throw new FileException(FileErrorCode.BAD_DESCRIPTOR);
    };
  }

  /** Opens what a path means from this directory: {@code open-at}. */
  public Descriptor open(String path, Set<OpenFlag> flags, Set<Access> wanted)
      throws FileException {
    DirectoryNode base = directory();
    boolean changes =
        flags.contains(OpenFlag.CREATE)
            || flags.contains(OpenFlag.TRUNCATE)
            || wanted.contains(Access.WRITE)
            || wanted.contains(Access.MUTATE_DIRECTORY);
    if (changes && !access.contains(Access.MUTATE_DIRECTORY)) {
      throw new FileException(FileErrorCode.READ_ONLY);
    }
    if (flags.contains(OpenFlag.CREATE) && flags.contains(OpenFlag.DIRECTORY)) {
      throw new FileException(FileErrorCode.INVALID);
    }
    Node found = tree.find(base, path);
    if (found != null && flags.contains(OpenFlag.CREATE) && flags.contains(OpenFlag.EXCLUSIVE)) {
      throw new FileException(FileErrorCode.EXIST);
    }
    Node opened =
        flags.contains(OpenFlag.CREATE) ? tree.createFile(base, path) : tree.get(base, path);
    return switch (opened) {
      case FileNode file -> openFile(file, flags, wanted);
      case DirectoryNode directory -> openDirectory(directory, flags, wanted);
    };
  }

  private Descriptor openFile(FileNode file, Set<OpenFlag> flags, Set<Access> wanted)
      throws FileException {
    if (flags.contains(OpenFlag.DIRECTORY)) {
      throw new FileException(FileErrorCode.NOT_DIRECTORY);
    }
    if (flags.contains(OpenFlag.TRUNCATE)) {
      tree.resize(file, 0);
    }
    return new Descriptor(tree, file, wanted);
  }

  private Descriptor openDirectory(DirectoryNode directory, Set<OpenFlag> flags, Set<Access> wanted)
      throws FileException {
    if (flags.contains(OpenFlag.TRUNCATE) || wanted.contains(Access.WRITE)) {
      throw new FileException(FileErrorCode.IS_DIRECTORY);
    }
    return new Descriptor(tree, directory, wanted);
  }
}
