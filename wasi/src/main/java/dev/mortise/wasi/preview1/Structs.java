package dev.mortise.wasi.preview1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import wit.wasi.clocks.v0_2.WallClock.Datetime;
import wit.wasi.filesystem.v0_2.Types;

/** The structures of preview 1, as bytes. */
final class Structs {
  static final int DIRENT = 24;

  private Structs() {}

  private static ByteBuffer of(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static ByteBuffer fdstat(int type, int flags, long rights) {
    return of(24)
        .put(0, (byte) type)
        .putShort(2, (short) flags)
        .putLong(8, rights)
        .putLong(16, rights);
  }

  /** A file's; the device number says nothing of the host. */
  static ByteBuffer filestat(Types.DescriptorStat stat, long inode) {
    return filestat(type(stat.type()), inode, stat.linkCount(), stat.size())
        .putLong(40, nanoseconds(stat.dataAccessTimestamp()))
        .putLong(48, nanoseconds(stat.dataModificationTimestamp()))
        .putLong(56, nanoseconds(stat.statusChangeTimestamp()));
  }

  static ByteBuffer filestat(int type, long inode, long links, long size) {
    return of(64).putLong(8, inode).put(16, (byte) type).putLong(24, links).putLong(32, size);
  }

  static long nanoseconds(Datetime time) {
    return time.seconds() * 1_000_000_000 + time.nanoseconds();
  }

  private static long nanoseconds(Optional<Datetime> time) {
    return time.map(Structs::nanoseconds).orElse(0L);
  }

  static ByteBuffer prestat(int nameLength) {
    return of(8).putInt(4, nameLength);
  }

  static ByteBuffer dirent(long next, long inode, int nameLength, int type) {
    return of(DIRENT)
        .putLong(0, next)
        .putLong(8, inode)
        .putInt(16, nameLength)
        .put(20, (byte) type);
  }

  static ByteBuffer event(long userdata, Errno error, int type, long bytes) {
    return of(32)
        .putLong(0, userdata)
        .putShort(8, (short) error.number())
        .put(10, (byte) type)
        .putLong(16, bytes);
  }

  static int type(Types.DescriptorType type) {
    return switch (type) {
      case UNKNOWN, FIFO -> Bits.TYPE_UNKNOWN;
      case BLOCK_DEVICE -> 1;
      case CHARACTER_DEVICE -> Bits.TYPE_CHARACTER_DEVICE;
      case DIRECTORY -> Bits.TYPE_DIRECTORY;
      case REGULAR_FILE -> Bits.TYPE_REGULAR_FILE;
      case SOCKET -> 6;
      case SYMBOLIC_LINK -> 7;
    };
  }
}
