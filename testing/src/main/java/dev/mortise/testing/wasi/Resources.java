package dev.mortise.testing.wasi;

import dev.mortise.loader.HostResource;
import dev.mortise.testing.wasi.files.Descriptor;
import dev.mortise.testing.wasi.io.ByteSink;
import dev.mortise.testing.wasi.io.ByteSource;
import dev.mortise.testing.wasi.io.IoError;
import dev.mortise.testing.wasi.io.Pollable;

/** The resource types: each is one, whichever interface uses it. */
record Resources(
    HostResource<Pollable> pollable,
    HostResource<IoError> error,
    HostResource<ByteSource> inputStream,
    HostResource<ByteSink> outputStream,
    HostResource<Descriptor> descriptor,
    HostResource<DirectoryEntries> directoryEntryStream,
    HostResource<Terminal> terminalInput,
    HostResource<Terminal> terminalOutput) {
  /** What has no objects. */
  enum Terminal {}

  static Resources create() {
    return new Resources(
        HostResource.of(Pollable.class),
        HostResource.of(IoError.class),
        HostResource.of(ByteSource.class),
        HostResource.of(ByteSink.class),
        HostResource.of(Descriptor.class),
        HostResource.of(DirectoryEntries.class),
        HostResource.of(Terminal.class),
        HostResource.of(Terminal.class));
  }
}
