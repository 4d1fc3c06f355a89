package dev.mortise.jdkmodulelayer.find;

import java.lang.module.ModuleReference;
import java.nio.file.Path;

/** A module that lies on a path. */
public sealed interface FoundModule {
  /** The module's name. */
  String name();

  /** Where it lies, for messages. */
  String location();

  /** A module that Java finds: a jar, or a folder with a {@code module-info.class}. */
  record Java(ModuleReference reference) implements FoundModule {
    @Override
    public String name() {
      return reference.descriptor().name();
    }

    @Override
    public String location() {
      return reference
          .location()
          .map(uri -> "file".equals(uri.getScheme()) ? Path.of(uri).toString() : uri.toString())
          .orElse(name());
    }
  }

  /** A component. */
  record Wasm(FoundComponent component) implements FoundModule {
    @Override
    public String name() {
      return component.name();
    }

    @Override
    public String location() {
      return component.file().toString();
    }
  }
}
