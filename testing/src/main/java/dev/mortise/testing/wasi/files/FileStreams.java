package dev.mortise.testing.wasi.files;

import dev.mortise.testing.wasi.io.ByteSink;
import dev.mortise.testing.wasi.io.ByteSource;
import dev.mortise.testing.wasi.io.IoError;
import dev.mortise.testing.wasi.io.StreamException;

/** The streams of an open file. Each has a position of its own. */
public final class FileStreams {
  private FileStreams() {}

  /** A stream that reads from an offset on, up to the end that the file has at that time. */
  public static ByteSource reading(FileNode file, long offset) {
    return new Reading(file, offset);
  }

  /** A stream that writes from an offset on. */
  public static ByteSink writing(FileTree tree, FileNode file, long offset) {
    return new Writing(tree, file, offset);
  }

  /** A stream each of whose writes goes to the end of the file. */
  public static ByteSink appending(FileTree tree, FileNode file) {
    return new Writing(tree, file, Writing.AT_THE_END);
  }

  private static final class Reading implements ByteSource {
    private final FileNode file;
    private long position;

    Reading(FileNode file, long position) {
      this.file = file;
      this.position = position;
    }

    @Override
    public String what() {
      return "a file";
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public byte[] read(long most) throws StreamException {
      byte[] bytes = file.read(position, most);
      if (bytes.length == 0 && most > 0) {
        throw StreamException.closed();
      }
      position += bytes.length;
      return bytes;
    }
  }

  private static final class Writing extends ByteSink {
    static final long AT_THE_END = -1;

    private final FileTree tree;
    private final FileNode file;
    private long position;

    Writing(FileTree tree, FileNode file, long position) {
      this.tree = tree;
      this.file = file;
      this.position = position;
    }

    @Override
    protected void put(byte[] bytes) throws StreamException {
      try {
        tree.write(file, position == AT_THE_END ? file.size() : position, bytes);
      } catch (FileException e) {
        String code = e.code().label();
        throw StreamException.failed(new IoError("writing to a file failed: " + code, code));
      }
      if (position != AT_THE_END) {
        position += bytes.length;
      }
    }
  }
}
