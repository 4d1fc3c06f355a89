package dev.mortise.wasi.filesystem;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.files.Attributes;
import dev.mortise.wasi.files.FolderOperations;
import dev.mortise.wasi.files.OpenFile;
import dev.mortise.wasi.io.DirectInput;
import dev.mortise.wasi.io.DirectOutput;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.io.v0_2.Streams;

/** An open file of a component. Its streams work on when it is dropped. */
final class FileDescriptor extends HostDescriptor {
  private final OpenFile file;
  private final boolean mayChange;

  /**
   * A file.
   *
   * @param mayChange whether it lies in a folder in which the component may change something
   */
  FileDescriptor(
      OpenFile file, EnumSet<DescriptorFlags> flags, boolean mayChange, OpenHandles handles)
      throws IOException {
    super(flags);
    this.file = file;
    this.mayChange = mayChange;
    AutoCloseable handle = handles.add((AutoCloseable) file::closeForAll);
    file.whenClosed(() -> handles.remove(handle));
  }

  private void need(DescriptorFlags flag) throws Types.ErrorCodeException {
    if (!has(flag)) {
      throw WasiFile.error(ErrorCode.BAD_DESCRIPTOR);
    }
  }

  @Override
  Attributes attributes() throws IOException {
    return file.attributes();
  }

  @Override
  void setTimes(Timestamps times) throws IOException {
    FolderOperations.mustChange(mayChange);
    file.setTimes(times.accessed(), times.modified());
  }

  @Override
  ErrorCode wrongKind() {
    return ErrorCode.NOT_DIRECTORY;
  }

  /** Advice is for systems that read ahead; this one leaves it to those below. */
  @Override
  public void advise(long offset, long length, Types.Advice advice) {}

  @Override
  public void sync() throws Types.ErrorCodeException {
    WasiFile.run(() -> file.sync(true));
  }

  @Override
  public void syncData() throws Types.ErrorCodeException {
    WasiFile.run(() -> file.sync(false));
  }

  @Override
  public void setSize(long size) throws Types.ErrorCodeException {
    need(DescriptorFlags.WRITE);
    WasiFile.run(() -> file.setSize(size));
  }

  @Override
  public Tuple2<byte[], Boolean> read(long length, long offset) throws Types.ErrorCodeException {
    need(DescriptorFlags.READ);
    OpenFile.Part part = WasiFile.get(() -> file.read(offset, length));
    return new Tuple2<>(part.bytes(), part.end());
  }

  @Override
  public long write(byte[] buffer, long offset) throws Types.ErrorCodeException {
    need(DescriptorFlags.WRITE);
    WasiFile.run(() -> file.write(offset, buffer));
    return buffer.length;
  }

  @Override
  public Streams.InputStream readViaStream(long offset) throws Types.ErrorCodeException {
    need(DescriptorFlags.READ);
    OpenFile source = file.retain();
    return new DirectInput(
        new DirectInput.Source() {
          private long position = offset;

          @Override
          public byte @Nullable [] read(int most) throws IOException {
            byte[] bytes = source.read(position, most).bytes();
            position += bytes.length;
            return bytes.length == 0 ? null : bytes;
          }

          @Override
          public void close() {
            source.close();
          }
        });
  }

  @Override
  public Streams.OutputStream writeViaStream(long offset) throws Types.ErrorCodeException {
    need(DescriptorFlags.WRITE);
    AtomicLong position = new AtomicLong(offset);
    return output(bytes -> file.write(position.getAndAdd(bytes.length), bytes));
  }

  @Override
  public Streams.OutputStream appendViaStream() throws Types.ErrorCodeException {
    need(DescriptorFlags.WRITE);
    return output(file::append);
  }

  @FunctionalInterface
  private interface Writing {
    void write(byte[] bytes) throws IOException;
  }

  private Streams.OutputStream output(Writing writing) {
    OpenFile sink = file.retain();
    return new DirectOutput(
        new DirectOutput.Sink() {
          @Override
          public void write(byte[] bytes) throws IOException {
            writing.write(bytes);
          }

          @Override
          public void close() {
            sink.close();
          }
        });
  }

  @Override
  public void close() {
    file.close();
  }
}
