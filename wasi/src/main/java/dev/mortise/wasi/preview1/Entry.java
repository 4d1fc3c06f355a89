package dev.mortise.wasi.preview1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.io.v0_2.Streams;

/** What a file descriptor stands for: an object of WASI 0.2. */
sealed interface Entry {
  /** Closes it. */
  void close();

  /** Standard input. */
  record Input(Streams.InputStream stream, boolean terminal) implements Entry {
    @Override
    public void close() {
      stream.close();
    }
  }

  /** Standard output or error. */
  record Output(Streams.OutputStream stream, boolean terminal) implements Entry {
    @Override
    public void close() {
      stream.close();
    }
  }

  /** A file, which preview 1 gives a position. */
  final class OfFile implements Entry {
    private final Types.Descriptor descriptor;
    private long position;
    private int flags;

    OfFile(Types.Descriptor descriptor, int flags) {
      this.descriptor = descriptor;
      this.flags = flags;
    }

    Types.Descriptor descriptor() {
      return descriptor;
    }

    long position() {
      return position;
    }

    void moveTo(long other) {
      position = other;
    }

    int flags() {
      return flags;
    }

    void setFlags(int other) {
      flags = other;
    }

    boolean appends() {
      return (flags & Bits.FDFLAGS_APPEND) != 0;
    }

    @Override
    public void close() {
      descriptor.close();
    }
  }

  /** A folder. */
  final class OfFolder implements Entry {
    private final Types.Descriptor descriptor;
    private final @Nullable String preopen;
    private @Nullable List<Types.DirectoryEntry> listing;

    /**
     * A folder.
     *
     * @param preopen the name that the program knows it by, or null of one that it has opened
     */
    OfFolder(Types.Descriptor descriptor, @Nullable String preopen) {
      this.descriptor = descriptor;
      this.preopen = preopen;
    }

    Types.Descriptor descriptor() {
      return descriptor;
    }

    @Nullable String preopen() {
      return preopen;
    }

    /** What it had when the program began to list it. */
    @Nullable List<Types.DirectoryEntry> listing() {
      return listing;
    }

    void setListing(List<Types.DirectoryEntry> all) {
      listing = all;
    }

    @Override
    public void close() {
      descriptor.close();
    }
  }
}
