package dev.mortise.wasi.filesystem;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.files.Attributes;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.io.v0_2.Streams;

/**
 * {@code wasi:filesystem/types.descriptor}: what files and folders have in common. What the one can
 * and the other cannot fails by default.
 */
abstract class HostDescriptor implements Types.Descriptor {
  private final EnumSet<Types.DescriptorFlags> flags;

  HostDescriptor(EnumSet<Types.DescriptorFlags> flags) {
    this.flags = flags;
  }

  /** What is known of it. */
  abstract Attributes attributes() throws IOException;

  /** Sets times. */
  abstract void setTimes(Timestamps times) throws IOException;

  /** The error of what is for folders, or for files. */
  abstract Types.ErrorCode wrongKind();

  private Types.ErrorCodeException wrong() {
    return WasiFile.error(wrongKind());
  }

  final boolean has(Types.DescriptorFlags flag) {
    return flags.contains(flag);
  }

  @Override
  public final EnumSet<Types.DescriptorFlags> getFlags() {
    return EnumSet.copyOf(flags);
  }

  @Override
  public final Types.DescriptorType getType() throws Types.ErrorCodeException {
    return WasiFile.get(() -> Stats.type(attributes()));
  }

  @Override
  public final Types.DescriptorStat stat() throws Types.ErrorCodeException {
    return WasiFile.get(() -> Stats.of(attributes()));
  }

  @Override
  public final Types.MetadataHashValue metadataHash() throws Types.ErrorCodeException {
    return WasiFile.get(() -> Stats.hash(attributes()));
  }

  @Override
  public final void setTimes(
      Types.NewTimestamp dataAccessTimestamp, Types.NewTimestamp dataModificationTimestamp)
      throws Types.ErrorCodeException {
    Timestamps times = Timestamps.of(dataAccessTimestamp, dataModificationTimestamp);
    WasiFile.run(() -> setTimes(times));
  }

  @Override
  public final boolean isSameObject(Types.Descriptor other) {
    Attributes mine = attributesOrNull(this);
    Attributes others = attributesOrNull(other);
    return other == this || (mine != null && others != null && mine.isSame(others));
  }

  private static @Nullable Attributes attributesOrNull(Types.Descriptor descriptor) {
    try {
      return descriptor instanceof HostDescriptor ours ? ours.attributes() : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void advise(long offset, long length, Types.Advice advice)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void sync() throws Types.ErrorCodeException {}

  @Override
  public void syncData() throws Types.ErrorCodeException {}

  @Override
  public Streams.InputStream readViaStream(long offset) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Streams.OutputStream writeViaStream(long offset) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Streams.OutputStream appendViaStream() throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void setSize(long size) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Tuple2<byte[], Boolean> read(long length, long offset) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public long write(byte[] buffer, long offset) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Types.DirectoryEntryStream readDirectory() throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void createDirectoryAt(String path) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Types.DescriptorStat statAt(EnumSet<Types.PathFlags> pathFlags, String path)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void setTimesAt(
      EnumSet<Types.PathFlags> pathFlags,
      String path,
      Types.NewTimestamp dataAccessTimestamp,
      Types.NewTimestamp dataModificationTimestamp)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void linkAt(
      EnumSet<Types.PathFlags> oldPathFlags,
      String oldPath,
      Types.Descriptor newDescriptor,
      String newPath)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Types.Descriptor openAt(
      EnumSet<Types.PathFlags> pathFlags,
      String path,
      EnumSet<Types.OpenFlags> openFlags,
      EnumSet<Types.DescriptorFlags> descriptorFlags)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public String readlinkAt(String path) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void removeDirectoryAt(String path) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void renameAt(String oldPath, Types.Descriptor newDescriptor, String newPath)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void symlinkAt(String oldPath, String newPath) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public void unlinkFileAt(String path) throws Types.ErrorCodeException {
    throw wrong();
  }

  @Override
  public Types.MetadataHashValue metadataHashAt(EnumSet<Types.PathFlags> pathFlags, String path)
      throws Types.ErrorCodeException {
    throw wrong();
  }

  static Types.ErrorCodeException readOnly() {
    return WasiFile.error(ErrorCode.READ_ONLY);
  }
}
