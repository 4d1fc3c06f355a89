package dev.mortise.wasi.preview1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;

/** The functions of paths, {@code path_*}. */
final class PathFunctions {
  private final FdTable table;
  private final GuestMemory memory;

  PathFunctions(FdTable table, GuestMemory memory) {
    this.table = table;
    this.memory = memory;
  }

  private Types.Descriptor folder(int fd) throws Errno.Failure {
    return table.folder(fd).descriptor();
  }

  void createDirectory(int fd, int path, int length) throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    FdFunctions.run(() -> folder.createDirectoryAt(name));
  }

  void removeDirectory(int fd, int path, int length) throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    FdFunctions.run(() -> folder.removeDirectoryAt(name));
  }

  void unlinkFile(int fd, int path, int length) throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    FdFunctions.run(() -> folder.unlinkFileAt(name));
  }

  void filestatGet(int fd, int lookup, int path, int length, int result) throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    EnumSet<Types.PathFlags> flags = Times.lookup(lookup);
    memory.store(
        result,
        Structs.filestat(
            FdFunctions.get(() -> folder.statAt(flags, name)),
            FdFunctions.get(() -> folder.metadataHashAt(flags, name)).lower()));
  }

  void filestatSetTimes(
      int fd, int lookup, int path, int length, long accessed, long modified, int flags)
      throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    Types.NewTimestamp access =
        Times.of(flags, Bits.TIMES_ACCESSED, Bits.TIMES_ACCESSED_NOW, accessed);
    Types.NewTimestamp change =
        Times.of(flags, Bits.TIMES_MODIFIED, Bits.TIMES_MODIFIED_NOW, modified);
    FdFunctions.run(() -> folder.setTimesAt(Times.lookup(lookup), name, access, change));
  }

  void link(
      int oldFd, int lookup, int oldPath, int oldLength, int newFd, int newPath, int newLength)
      throws Errno.Failure {
    Types.Descriptor from = folder(oldFd);
    Types.Descriptor to = folder(newFd);
    String oldName = memory.text(oldPath, oldLength);
    String newName = memory.text(newPath, newLength);
    FdFunctions.run(() -> from.linkAt(Times.lookup(lookup), oldName, to, newName));
  }

  void rename(int oldFd, int oldPath, int oldLength, int newFd, int newPath, int newLength)
      throws Errno.Failure {
    Types.Descriptor from = folder(oldFd);
    Types.Descriptor to = folder(newFd);
    String oldName = memory.text(oldPath, oldLength);
    String newName = memory.text(newPath, newLength);
    FdFunctions.run(() -> from.renameAt(oldName, to, newName));
  }

  void symlink(int target, int targetLength, int fd, int path, int length) throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String to = memory.text(target, targetLength);
    String name = memory.text(path, length);
    FdFunctions.run(() -> folder.symlinkAt(to, name));
  }

  /** The text of a link, cut where there is no room for it. */
  void readlink(int fd, int path, int length, int buffer, int room, int result)
      throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    byte[] text = FdFunctions.get(() -> folder.readlinkAt(name)).getBytes(StandardCharsets.UTF_8);
    int count = Integer.compareUnsigned(text.length, room) < 0 ? text.length : room;
    memory.store(buffer, Arrays.copyOf(text, count));
    memory.storeInt(result, count);
  }

  /** Opens. What a program may do with a file it asks for by rights. */
  void open(
      int fd, int lookup, int path, int length, int openFlags, long rights, int fdFlags, int result)
      throws Errno.Failure {
    Types.Descriptor folder = folder(fd);
    String name = memory.text(path, length);
    EnumSet<OpenFlags> how = EnumSet.noneOf(OpenFlags.class);
    add(how, OpenFlags.CREATE, openFlags, Bits.OFLAGS_CREATE);
    add(how, OpenFlags.DIRECTORY, openFlags, Bits.OFLAGS_DIRECTORY);
    add(how, OpenFlags.EXCLUSIVE, openFlags, Bits.OFLAGS_EXCLUSIVE);
    add(how, OpenFlags.TRUNCATE, openFlags, Bits.OFLAGS_TRUNCATE);
    EnumSet<DescriptorFlags> flags = EnumSet.noneOf(DescriptorFlags.class);
    boolean asFolder = how.contains(OpenFlags.DIRECTORY);
    if ((rights & Bits.RIGHT_READ) != 0 || asFolder) {
      flags.add(DescriptorFlags.READ);
    }
    if ((rights & Bits.RIGHT_WRITE) != 0 && !asFolder) {
      flags.add(DescriptorFlags.WRITE);
    }
    add(flags, DescriptorFlags.DATA_INTEGRITY_SYNC, fdFlags, Bits.FDFLAGS_DSYNC);
    add(flags, DescriptorFlags.FILE_INTEGRITY_SYNC, fdFlags, Bits.FDFLAGS_SYNC);
    // In preview 1 a folder that is opened may do what the one it was opened in may.
    if (FdFunctions.get(folder::getFlags).contains(DescriptorFlags.MUTATE_DIRECTORY)) {
      flags.add(DescriptorFlags.MUTATE_DIRECTORY);
    }
    Types.Descriptor opened =
        FdFunctions.get(() -> folder.openAt(Times.lookup(lookup), name, how, flags));
    Entry entry =
        FdFunctions.get(opened::getType) == Types.DescriptorType.DIRECTORY
            ? new Entry.OfFolder(opened, null)
            : new Entry.OfFile(opened, fdFlags);
    memory.storeInt(result, table.add(entry));
  }

  private static <E extends Enum<E>> void add(EnumSet<E> set, E element, int flags, int flag) {
    if ((flags & flag) != 0) {
      set.add(element);
    }
  }
}
