package dev.mortise.wasi.filesystem;

import dev.mortise.wasi.files.Attributes;
import dev.mortise.wasi.files.Folder;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import wit.wasi.filesystem.v0_2.Types;

/**
 * {@code wasi:filesystem/types.directory-entry-stream}: the names that a folder had when it was
 * asked. It works on when the folder's descriptor is dropped.
 */
final class DirectoryEntries implements Types.DirectoryEntryStream {
  private final Folder folder;
  private final Iterator<String> names;
  private final OpenHandles handles;

  private DirectoryEntries(Folder folder, Iterator<String> names, OpenHandles handles) {
    this.folder = folder;
    this.names = names;
    this.handles = handles;
  }

  static DirectoryEntries of(Folder folder, OpenHandles handles) throws IOException {
    Folder own = handles.add(folder.open("."));
    try {
      return new DirectoryEntries(own, own.names().iterator(), handles);
    } catch (IOException e) {
      handles.remove(own);
      own.close();
      throw e;
    }
  }

  @Override
  public Optional<Types.DirectoryEntry> readDirectoryEntry() throws Types.ErrorCodeException {
    while (names.hasNext()) {
      String name = names.next();
      Attributes found = WasiFile.get(() -> Optional.ofNullable(folder.find(name))).orElse(null);
      if (found != null) { // else it has gone since
        return Optional.of(new Types.DirectoryEntry(Stats.type(found), name));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    handles.remove(folder);
    folder.close();
  }
}
