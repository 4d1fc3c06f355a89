package dev.mortise.wasi.preview1;

import dev.mortise.runtime.Tuple2;
import java.util.TreeMap;
import wit.wasi.filesystem.v0_2.Types;

/** The file descriptors of a program: 0 to 2 are the standard streams, then come its folders. */
final class FdTable {
  private static final int MOST = 10_000;

  private final TreeMap<Integer, Entry> entries = new TreeMap<>();

  FdTable(Interfaces wasi) {
    entries.put(
        0,
        new Entry.Input(
            wasi.stdin().getStdin(), wasi.terminalStdin().getTerminalStdin().isPresent()));
    entries.put(
        1,
        new Entry.Output(
            wasi.stdout().getStdout(), wasi.terminalStdout().getTerminalStdout().isPresent()));
    entries.put(
        2,
        new Entry.Output(
            wasi.stderr().getStderr(), wasi.terminalStderr().getTerminalStderr().isPresent()));
    int fd = 3;
    for (Tuple2<Types.Descriptor, String> folder : wasi.preopens().getDirectories()) {
      entries.put(fd++, new Entry.OfFolder(folder.v1(), folder.v2()));
    }
  }

  Entry get(int fd) throws Errno.Failure {
    Entry found = entries.get(fd);
    if (found == null) {
      throw Errno.BAD_DESCRIPTOR.failure();
    }
    return found;
  }

  Entry.OfFolder folder(int fd) throws Errno.Failure {
    return switch (get(fd)) {
      case Entry.OfFolder folder -> folder;
      case Entry.OfFile file -> throw Errno.NOT_DIRECTORY.failure();
      case Entry.Input in -> throw Errno.NOT_DIRECTORY.failure();
      case Entry.Output out -> throw Errno.NOT_DIRECTORY.failure();
    };
  }

  Entry.OfFile file(int fd) throws Errno.Failure {
    return switch (get(fd)) {
      case Entry.OfFile file -> file;
      case Entry.OfFolder folder -> throw Errno.IS_DIRECTORY.failure();
      case Entry.Input in -> throw Errno.INVALID_SEEK.failure();
      case Entry.Output out -> throw Errno.INVALID_SEEK.failure();
    };
  }

  /** Adds an entry under the least number that is free. */
  int add(Entry entry) throws Errno.Failure {
    int fd = 3;
    while (entries.containsKey(fd)) {
      fd++;
    }
    if (fd >= MOST) {
      entry.close();
      throw Errno.TOO_MANY_OPEN_FILES.failure();
    }
    entries.put(fd, entry);
    return fd;
  }

  void close(int fd) throws Errno.Failure {
    get(fd).close();
    entries.remove(fd);
  }

  /** Gives an entry the number of another one, which is closed. */
  void renumber(int from, int to) throws Errno.Failure {
    Entry moved = get(from);
    Entry replaced = get(to);
    if (from != to) {
      replaced.close();
      entries.remove(from);
      entries.put(to, moved);
    }
  }
}
