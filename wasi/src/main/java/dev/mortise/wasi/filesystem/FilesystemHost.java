package dev.mortise.wasi.filesystem;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.Preopen;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.files.FileErrors;
import dev.mortise.wasi.files.FileException;
import dev.mortise.wasi.files.GrantedFolders;
import dev.mortise.wasi.io.IoError;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import wit.wasi.filesystem.v0_2.Preopens;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.io.v0_2.Error;

/** {@code wasi:filesystem/types} and {@code preopens}, over the folders that are granted. */
public final class FilesystemHost implements Types, Preopens {
  private final WasiConfig config;
  private final OpenHandles handles;

  /** The interfaces. Folders are opened when the component asks for them. */
  public FilesystemHost(WasiConfig config, OpenHandles handles) {
    this.config = config;
    this.handles = handles;
  }

  /**
   * Opens the folders.
   *
   * @throws UncheckedIOException when one of them is not there
   */
  @Override
  public List<Tuple2<Descriptor, String>> getDirectories() {
    List<Tuple2<Descriptor, String>> directories = new ArrayList<>();
    for (Preopen granted : config.folders()) {
      EnumSet<DescriptorFlags> flags = EnumSet.of(DescriptorFlags.READ);
      if (granted.access() == Access.READ_WRITE) {
        flags.add(DescriptorFlags.MUTATE_DIRECTORY);
      }
      try {
        directories.add(
            new Tuple2<>(
                new FolderDescriptor(
                    GrantedFolders.open(granted.host()),
                    flags,
                    handles,
                    config.limits().fileSize()),
                granted.guest()));
      } catch (IOException e) {
        throw new UncheckedIOException("the folder " + granted.host() + " cannot be opened", e);
      }
    }
    return directories;
  }

  @Override
  public Optional<ErrorCode> filesystemErrorCode(Error.Error_ err) {
    IOException cause = IoError.cause(err);
    return cause instanceof FileException || cause instanceof FileSystemException
        ? Optional.of(FileErrors.code(cause))
        : Optional.empty();
  }
}
