package dev.mortise.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/**
 * An open file. Offsets are unsigned, as WASI has them. It may have several users, a descriptor and
 * its streams, and is closed when the last one has closed it.
 */
public final class OpenFile implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  private final FileChannel channel;
  private final Folder folder;
  private final String name;
  private final Attributes opened;
  private final long mostSize;
  private final AtomicInteger users = new AtomicInteger(1);
  private Runnable closed = () -> {};

  /**
   * A file.
   *
   * @param folder where it was found; closed with the file
   * @param mostSize how large it may become, in bytes
   */
  OpenFile(FileChannel channel, Folder folder, String name, long mostSize) throws IOException {
    this.channel = channel;
    this.folder = folder;
    this.name = name;
    this.mostSize = mostSize;
    opened = folder.attributes(name);
  }

  /**
   * Some bytes, and whether the file ends behind them.
   *
   * @param bytes as many as there are, at most a mebibyte
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Part(byte[] bytes, boolean end) {}

  /** Reads. */
  public Part read(long offset, long length) throws IOException {
    int most = (int) Math.min(length < 0 ? MOST_BYTES : length, MOST_BYTES);
    if (offset < 0) {
      return new Part(new byte[0], true);
    }
    // What is not there takes no memory.
    long there = Math.max(0, channel.size() - offset);
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(there, 64)));
    boolean end = false;
    while (buffer.hasRemaining() && !end) {
      end = channel.read(buffer, offset + buffer.position()) < 0;
    }
    byte[] bytes = buffer.array();
    return new Part(buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes, end);
  }

  /** Writes all bytes. */
  public void write(long offset, byte[] bytes) throws IOException {
    if (offset < 0 || offset > mostSize - bytes.length) {
      throw new FileException(ErrorCode.FILE_TOO_LARGE);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long at = offset;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  /** Writes all bytes behind the last one. */
  public void append(byte[] bytes) throws IOException {
    write(channel.size(), bytes);
  }

  /** Its size, in bytes. */
  public long size() throws IOException {
    return channel.size();
  }

  /** Cuts it, or adds zeroes. */
  public void setSize(long size) throws IOException {
    if (size < 0 || size > mostSize) {
      throw new FileException(ErrorCode.FILE_TOO_LARGE);
    }
    if (size <= channel.size()) {
      channel.truncate(size);
    } else {
      write(size - 1, new byte[1]);
    }
  }

  /**
   * Sees to it that the disk has what was written.
   *
   * @param metadata whether also what is known of the file, such as times
   */
  public void sync(boolean metadata) throws IOException {
    channel.force(metadata);
  }

  /**
   * What is known of it. Of a file that has lost its name meanwhile: what was known when it was
   * opened, and its size.
   */
  public Attributes attributes() throws IOException {
    Attributes found = named();
    return found == null ? opened.withSize(channel.size()) : found;
  }

  private @Nullable Attributes named() throws IOException {
    Attributes found = folder.find(name);
    return found != null && (opened.key() == null || found.isSame(opened)) ? found : null;
  }

  /** Sets times, which a file without a name does not keep. */
  public void setTimes(@Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    if (named() != null) {
      folder.setTimes(name, accessed, modified);
    }
  }

  /** Adds a user. */
  public OpenFile retain() {
    users.incrementAndGet();
    return this;
  }

  /** Says what to do when it is closed. */
  public void whenClosed(Runnable action) {
    closed = action;
  }

  /** Removes a user. */
  @Override
  public void close() {
    if (users.decrementAndGet() == 0) {
      closeForAll();
      closed.run();
    }
  }

  /** Closes it whoever uses it. */
  public void closeForAll() {
    try {
      channel.close();
    } catch (IOException e) {
      // What was written is written: channels have no buffer.
    }
    folder.close();
  }
}
