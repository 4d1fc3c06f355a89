package dev.mortise.wasi.preview1;

import dev.mortise.runtime.Tuple2;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.io.v0_2.Streams;

/** The functions of open files, {@code fd_*}. */
final class FdFunctions {
  private static final List<Types.Advice> ADVICE = List.of(Types.Advice.values());

  private final FdTable table;
  private final GuestMemory memory;

  FdFunctions(FdTable table, GuestMemory memory) {
    this.table = table;
    this.memory = memory;
  }

  @FunctionalInterface
  interface Call<T> {
    T run() throws Types.ErrorCodeException;
  }

  @FunctionalInterface
  interface Step {
    void run() throws Types.ErrorCodeException;
  }

  static <T> T get(Call<T> call) throws Errno.Failure {
    try {
      return call.run();
    } catch (Types.ErrorCodeException e) {
      throw Errno.of(e.error()).failure();
    }
  }

  static void run(Step step) throws Errno.Failure {
    try {
      step.run();
    } catch (Types.ErrorCodeException e) {
      throw Errno.of(e.error()).failure();
    }
  }

  void close(int fd) throws Errno.Failure {
    table.close(fd);
  }

  void renumber(int from, int to) throws Errno.Failure {
    table.renumber(from, to);
  }

  private Types.Descriptor descriptor(int fd) throws Errno.Failure {
    return switch (table.get(fd)) {
      case Entry.OfFile file -> file.descriptor();
      case Entry.OfFolder folder -> folder.descriptor();
      case Entry.Input in -> throw Errno.INVALID.failure();
      case Entry.Output out -> throw Errno.INVALID.failure();
    };
  }

  void advise(int fd, long offset, long length, int advice) throws Errno.Failure {
    if (advice < 0 || advice >= ADVICE.size()) {
      throw Errno.INVALID.failure();
    }
    Types.Descriptor file = table.file(fd).descriptor();
    run(() -> file.advise(offset, length, ADVICE.get(advice)));
  }

  /** Makes a file at least so long. */
  void allocate(int fd, long offset, long length) throws Errno.Failure {
    Types.Descriptor file = table.file(fd).descriptor();
    if (offset < 0 || length < 0 || offset + length < 0) {
      throw Errno.FILE_TOO_LARGE.failure();
    }
    run(
        () -> {
          if (file.stat().size() < offset + length) {
            file.setSize(offset + length);
          }
        });
  }

  void sync(int fd) throws Errno.Failure {
    Types.Descriptor found = descriptor(fd);
    run(found::sync);
  }

  void datasync(int fd) throws Errno.Failure {
    Types.Descriptor found = descriptor(fd);
    run(found::syncData);
  }

  void fdstatGet(int fd, int result) throws Errno.Failure {
    memory.store(
        result,
        switch (table.get(fd)) {
          case Entry.Input in -> Structs.fdstat(stream(in.terminal()), 0, Bits.RIGHT_READ | OTHERS);
          case Entry.Output out ->
              Structs.fdstat(stream(out.terminal()), 0, Bits.RIGHT_WRITE | OTHERS);
          case Entry.OfFolder folder -> Structs.fdstat(Bits.TYPE_DIRECTORY, 0, Bits.RIGHTS_ALL);
          case Entry.OfFile file -> {
            Types.Descriptor of = file.descriptor();
            long rights = Bits.RIGHTS_ALL & ~(Bits.RIGHT_READ | Bits.RIGHT_WRITE);
            if (get(of::getFlags).contains(Types.DescriptorFlags.READ)) {
              rights |= Bits.RIGHT_READ;
            }
            if (get(of::getFlags).contains(Types.DescriptorFlags.WRITE)) {
              rights |= Bits.RIGHT_WRITE;
            }
            yield Structs.fdstat(Structs.type(get(of::getType)), file.flags(), rights);
          }
        });
  }

  /**
   * The rights of a stream: not to seek. By this and by the type, libraries tell a terminal from a
   * pipe.
   */
  private static final long OTHERS =
      Bits.RIGHTS_ALL & ~(Bits.RIGHT_READ | Bits.RIGHT_WRITE | Bits.RIGHT_SEEK | Bits.RIGHT_TELL);

  private static int stream(boolean terminal) {
    return terminal ? Bits.TYPE_CHARACTER_DEVICE : Bits.TYPE_UNKNOWN;
  }

  void fdstatSetFlags(int fd, int flags) throws Errno.Failure {
    if (table.get(fd) instanceof Entry.OfFile file) {
      file.setFlags(flags);
    }
  }

  /**
   * Rights can only be given up, and nothing asks for them later: the descriptors have their own.
   */
  void fdstatSetRights(int fd) throws Errno.Failure {
    Entry unused = table.get(fd);
  }

  void filestatGet(int fd, int result) throws Errno.Failure {
    switch (table.get(fd)) {
      case Entry.Input in -> memory.store(result, Structs.filestat(stream(in.terminal()), 0, 1, 0));
      case Entry.Output out ->
          memory.store(result, Structs.filestat(stream(out.terminal()), 0, 1, 0));
      case Entry.OfFile file -> filestat(file.descriptor(), result);
      case Entry.OfFolder folder -> filestat(folder.descriptor(), result);
    }
  }

  private void filestat(Types.Descriptor of, int result) throws Errno.Failure {
    memory.store(result, Structs.filestat(get(of::stat), get(of::metadataHash).lower()));
  }

  void filestatSetSize(int fd, long size) throws Errno.Failure {
    Types.Descriptor file = table.file(fd).descriptor();
    run(() -> file.setSize(size));
  }

  void filestatSetTimes(int fd, long accessed, long modified, int flags) throws Errno.Failure {
    Types.Descriptor found = descriptor(fd);
    Types.NewTimestamp access =
        Times.of(flags, Bits.TIMES_ACCESSED, Bits.TIMES_ACCESSED_NOW, accessed);
    Types.NewTimestamp change =
        Times.of(flags, Bits.TIMES_MODIFIED, Bits.TIMES_MODIFIED_NOW, modified);
    run(() -> found.setTimes(access, change));
  }

  void prestatGet(int fd, int result) throws Errno.Failure {
    memory.store(result, Structs.prestat(preopen(fd).length));
  }

  void prestatDirName(int fd, int path, int length) throws Errno.Failure {
    byte[] name = preopen(fd);
    if (Integer.compareUnsigned(length, name.length) < 0) {
      throw Errno.NAME_TOO_LONG.failure();
    }
    memory.store(path, name);
  }

  private byte[] preopen(int fd) throws Errno.Failure {
    if (table.get(fd) instanceof Entry.OfFolder folder && folder.preopen() != null) {
      return folder.preopen().getBytes(StandardCharsets.UTF_8);
    }
    throw Errno.BAD_DESCRIPTOR.failure();
  }

  void read(int fd, int vectors, int count, int result) throws Errno.Failure {
    List<GuestMemory.Part> parts = memory.parts(vectors, count);
    int total = 0;
    switch (table.get(fd)) {
      case Entry.Input in -> total = read(in.stream(), parts);
      case Entry.OfFile file -> {
        total = read(file.descriptor(), file.position(), parts);
        file.moveTo(file.position() + total);
      }
      case Entry.Output out -> throw Errno.BAD_DESCRIPTOR.failure();
      case Entry.OfFolder folder -> throw Errno.IS_DIRECTORY.failure();
    }
    memory.storeInt(result, total);
  }

  void pread(int fd, int vectors, int count, long offset, int result) throws Errno.Failure {
    memory.storeInt(
        result, read(table.file(fd).descriptor(), offset, memory.parts(vectors, count)));
  }

  private int read(Types.Descriptor file, long offset, List<GuestMemory.Part> parts)
      throws Errno.Failure {
    int total = 0;
    for (GuestMemory.Part part : parts) {
      long at = offset + total;
      Tuple2<byte[], Boolean> found = get(() -> file.read(part.length(), at));
      memory.store(part.address(), found.v1());
      total += found.v1().length;
      if (found.v1().length < part.length()) {
        break;
      }
    }
    return total;
  }

  /** What is there, and waits only for the first of it. */
  private int read(Streams.InputStream in, List<GuestMemory.Part> parts) throws Errno.Failure {
    int total = 0;
    for (GuestMemory.Part part : parts) {
      if (part.length() > 0) {
        byte[] bytes;
        try {
          bytes = total == 0 ? in.blockingRead(part.length()) : in.read(part.length());
        } catch (Streams.StreamErrorException e) {
          if (e.error() instanceof Streams.StreamError.Closed) {
            break;
          }
          throw Errno.IO.failure();
        }
        memory.store(part.address(), bytes);
        total += bytes.length;
        if (bytes.length < part.length()) {
          break;
        }
      }
    }
    return total;
  }

  void write(int fd, int vectors, int count, int result) throws Errno.Failure {
    byte[] bytes = gather(vectors, count);
    switch (table.get(fd)) {
      case Entry.Output out -> write(out.stream(), bytes);
      case Entry.OfFile file -> {
        Types.Descriptor to = file.descriptor();
        long at = file.appends() ? get(to::stat).size() : file.position();
        file.moveTo(at + get(() -> to.write(bytes, at)));
      }
      case Entry.Input in -> throw Errno.BAD_DESCRIPTOR.failure();
      case Entry.OfFolder folder -> throw Errno.IS_DIRECTORY.failure();
    }
    memory.storeInt(result, bytes.length);
  }

  void pwrite(int fd, int vectors, int count, long offset, int result) throws Errno.Failure {
    Types.Descriptor file = table.file(fd).descriptor();
    byte[] bytes = gather(vectors, count);
    memory.storeInt(result, (int) (long) get(() -> file.write(bytes, offset)));
  }

  private byte[] gather(int vectors, int count) throws Errno.Failure {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (GuestMemory.Part part : memory.parts(vectors, count)) {
      all.writeBytes(memory.load(part.address(), part.length()));
    }
    return all.toByteArray();
  }

  private static void write(Streams.OutputStream out, byte[] bytes) throws Errno.Failure {
    final int most = 4096;
    try {
      for (int i = 0; i < bytes.length; i += most) {
        out.blockingWriteAndFlush(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + most)));
      }
    } catch (Streams.StreamErrorException e) {
      throw (e.error() instanceof Streams.StreamError.Closed ? Errno.PIPE : Errno.IO).failure();
    }
  }

  void seek(int fd, long delta, int whence, int result) throws Errno.Failure {
    Entry.OfFile file = table.file(fd);
    long base =
        switch (whence) {
          case 0 -> 0;
          case 1 -> file.position();
          case 2 -> get(file.descriptor()::stat).size();
          default -> throw Errno.INVALID.failure();
        };
    long position = base + delta;
    if (position < 0) {
      throw Errno.INVALID.failure();
    }
    file.moveTo(position);
    memory.storeLong(result, position);
  }

  void tell(int fd, int result) throws Errno.Failure {
    memory.storeLong(result, table.file(fd).position());
  }

  /** As many entries as there is room for; the last one may be cut, and is asked for again. */
  void readdir(int fd, int buffer, int length, long cookie, int result) throws Errno.Failure {
    Entry.OfFolder folder = table.folder(fd);
    List<Types.DirectoryEntry> all = folder.listing();
    if (cookie == 0 || all == null) {
      all = list(folder.descriptor());
      folder.setListing(all);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int most = length < 0 ? GuestMemory.MOST_BYTES : Math.min(length, GuestMemory.MOST_BYTES);
    for (long i = cookie; i >= 0 && i < all.size() && bytes.size() < most; i++) {
      Types.DirectoryEntry entry = all.get((int) i);
      byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(
          Structs.dirent(
                  i + 1,
                  inode(folder.descriptor(), entry.name()),
                  name.length,
                  Structs.type(entry.type()))
              .array());
      bytes.writeBytes(name);
    }
    byte[] stored = bytes.toByteArray();
    int count = Math.min(stored.length, most);
    memory.store(buffer, Arrays.copyOf(stored, count));
    memory.storeInt(result, count);
  }

  private static long inode(Types.Descriptor folder, String name) {
    try {
      return name.equals("..") ? 0 : folder.metadataHashAt(Times.noFollow(), name).lower();
    } catch (Types.ErrorCodeException e) {
      return 0; // "unknown"
    }
  }

  private static List<Types.DirectoryEntry> list(Types.Descriptor folder) throws Errno.Failure {
    List<Types.DirectoryEntry> all = new ArrayList<>();
    all.add(new Types.DirectoryEntry(Types.DescriptorType.DIRECTORY, "."));
    all.add(new Types.DirectoryEntry(Types.DescriptorType.DIRECTORY, ".."));
    try (Types.DirectoryEntryStream entries = get(folder::readDirectory)) {
      for (Optional<Types.DirectoryEntry> next = get(entries::readDirectoryEntry);
          next.isPresent();
          next = get(entries::readDirectoryEntry)) {
        all.add(next.get());
      }
    }
    return all;
  }
}
