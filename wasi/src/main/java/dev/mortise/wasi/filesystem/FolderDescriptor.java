package dev.mortise.wasi.filesystem;

import dev.mortise.wasi.files.Attributes;
import dev.mortise.wasi.files.Folder;
import dev.mortise.wasi.files.FolderOperations;
import dev.mortise.wasi.files.Opening;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.util.EnumSet;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.PathFlags;

/** An open folder of a component. */
final class FolderDescriptor extends HostDescriptor {
  private final Folder folder;
  private final OpenHandles handles;
  private final long mostSize;

  /**
   * A folder, which is closed with it.
   *
   * @param flags with {@code mutate-directory} when the component may change what is in it
   */
  FolderDescriptor(
      Folder folder, EnumSet<DescriptorFlags> flags, OpenHandles handles, long mostSize)
      throws IOException {
    super(flags);
    this.folder = handles.add(folder);
    this.handles = handles;
    this.mostSize = mostSize;
  }

  private boolean mayChange() {
    return has(DescriptorFlags.MUTATE_DIRECTORY);
  }

  @Override
  Attributes attributes() throws IOException {
    return folder.attributes(".");
  }

  @Override
  void setTimes(Timestamps times) throws IOException {
    FolderOperations.mustChange(mayChange());
    folder.setTimes(".", times.accessed(), times.modified());
  }

  @Override
  ErrorCode wrongKind() {
    return ErrorCode.IS_DIRECTORY;
  }

  @Override
  public Types.Descriptor openAt(
      EnumSet<PathFlags> pathFlags,
      String path,
      EnumSet<Types.OpenFlags> openFlags,
      EnumSet<DescriptorFlags> descriptorFlags)
      throws Types.ErrorCodeException {
    if (descriptorFlags.contains(DescriptorFlags.MUTATE_DIRECTORY) && !mayChange()) {
      throw readOnly();
    }
    Opening.How how =
        new Opening.How(
            pathFlags.contains(PathFlags.SYMLINK_FOLLOW),
            openFlags.contains(Types.OpenFlags.CREATE),
            openFlags.contains(Types.OpenFlags.DIRECTORY),
            openFlags.contains(Types.OpenFlags.EXCLUSIVE),
            openFlags.contains(Types.OpenFlags.TRUNCATE),
            descriptorFlags.contains(DescriptorFlags.READ),
            descriptorFlags.contains(DescriptorFlags.WRITE),
            descriptorFlags.contains(DescriptorFlags.FILE_INTEGRITY_SYNC),
            descriptorFlags.contains(DescriptorFlags.DATA_INTEGRITY_SYNC));
    return WasiFile.get(
        () ->
            switch (Opening.open(folder, mayChange(), path, how, mostSize)) {
              case Opening.Opened.OfFolder of ->
                  new FolderDescriptor(of.folder(), inherited(descriptorFlags), handles, mostSize);
              case Opening.Opened.OfFile of ->
                  new FileDescriptor(of.file(), descriptorFlags, mayChange(), handles);
            });
  }

  /**
   * A folder may do what the one may in which it was opened: C libraries, by way of the adapter of
   * preview 1, never ask for it, and create and remove in folders that they have opened.
   */
  private EnumSet<DescriptorFlags> inherited(EnumSet<DescriptorFlags> asked) {
    EnumSet<DescriptorFlags> flags = EnumSet.copyOf(asked);
    if (mayChange()) {
      flags.add(DescriptorFlags.MUTATE_DIRECTORY);
    }
    return flags;
  }

  @Override
  public Types.DirectoryEntryStream readDirectory() throws Types.ErrorCodeException {
    return WasiFile.get(() -> DirectoryEntries.of(folder, handles));
  }

  private static boolean follows(EnumSet<PathFlags> flags) {
    return flags.contains(PathFlags.SYMLINK_FOLLOW);
  }

  private Attributes at(EnumSet<PathFlags> flags, String path) throws IOException {
    return FolderOperations.attributes(folder, path, follows(flags));
  }

  @Override
  public Types.DescriptorStat statAt(EnumSet<PathFlags> pathFlags, String path)
      throws Types.ErrorCodeException {
    return WasiFile.get(() -> Stats.of(at(pathFlags, path)));
  }

  @Override
  public Types.MetadataHashValue metadataHashAt(EnumSet<PathFlags> pathFlags, String path)
      throws Types.ErrorCodeException {
    return WasiFile.get(() -> Stats.hash(at(pathFlags, path)));
  }

  @Override
  public void setTimesAt(
      EnumSet<PathFlags> pathFlags,
      String path,
      Types.NewTimestamp dataAccessTimestamp,
      Types.NewTimestamp dataModificationTimestamp)
      throws Types.ErrorCodeException {
    Timestamps times = Timestamps.of(dataAccessTimestamp, dataModificationTimestamp);
    WasiFile.run(
        () ->
            FolderOperations.setTimes(
                folder, mayChange(), path, follows(pathFlags), times.accessed(), times.modified()));
  }

  @Override
  public void createDirectoryAt(String path) throws Types.ErrorCodeException {
    WasiFile.run(() -> FolderOperations.createFolder(folder, mayChange(), path));
  }

  @Override
  public void removeDirectoryAt(String path) throws Types.ErrorCodeException {
    WasiFile.run(() -> FolderOperations.removeFolder(folder, mayChange(), path));
  }

  @Override
  public void unlinkFileAt(String path) throws Types.ErrorCodeException {
    WasiFile.run(() -> FolderOperations.unlink(folder, mayChange(), path));
  }

  @Override
  public String readlinkAt(String path) throws Types.ErrorCodeException {
    return WasiFile.get(() -> FolderOperations.readLink(folder, path));
  }

  @Override
  public void symlinkAt(String oldPath, String newPath) throws Types.ErrorCodeException {
    WasiFile.run(() -> FolderOperations.symlink(folder, mayChange(), oldPath, newPath));
  }

  private static FolderDescriptor folder(Types.Descriptor descriptor)
      throws Types.ErrorCodeException {
    if (descriptor instanceof FolderDescriptor ours) {
      return ours;
    }
    throw WasiFile.error(
        descriptor instanceof FileDescriptor ? ErrorCode.NOT_DIRECTORY : ErrorCode.CROSS_DEVICE);
  }

  @Override
  public void linkAt(
      EnumSet<PathFlags> oldPathFlags,
      String oldPath,
      Types.Descriptor newDescriptor,
      String newPath)
      throws Types.ErrorCodeException {
    FolderDescriptor other = folder(newDescriptor);
    WasiFile.run(
        () ->
            FolderOperations.link(
                folder,
                mayChange() && other.mayChange(),
                oldPath,
                follows(oldPathFlags),
                other.folder,
                newPath));
  }

  @Override
  public void renameAt(String oldPath, Types.Descriptor newDescriptor, String newPath)
      throws Types.ErrorCodeException {
    FolderDescriptor other = folder(newDescriptor);
    WasiFile.run(
        () ->
            FolderOperations.rename(
                folder, mayChange() && other.mayChange(), oldPath, other.folder, newPath));
  }

  @Override
  public void close() {
    handles.remove(folder);
    folder.close();
  }
}
