package dev.mortise.jdkmodulelayer.define;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A module whose files are in memory, by path. */
final class MemoryModule extends ModuleReference {
  private final Map<String, byte[]> files;

  /**
   * A module.
   *
   * @param location what it was made of, or null
   */
  MemoryModule(ModuleDescriptor descriptor, @Nullable URI location, Map<String, byte[]> files) {
    super(descriptor, location);
    this.files = new TreeMap<>(files);
  }

  @Override
  public ModuleReader open() {
    return new Reader();
  }

  private final class Reader implements ModuleReader {
    @Override
    public Optional<URI> find(String name) {
      return Optional.ofNullable(files.get(name))
          .map(file -> ModuleLoader.uri(descriptor().name(), name));
    }

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public Stream<String> list() {
      return files.keySet().stream();
    }

    @Override
    public void close() {}
  }
}
