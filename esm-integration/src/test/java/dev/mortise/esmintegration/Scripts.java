package dev.mortise.esmintegration;

import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.url.ModuleUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;

/** A folder with modules, and contexts that run them. */
final class Scripts {
  static final Engine ENGINE =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  private final Path folder;

  Scripts(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Scripts write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a component of the test's resources into the folder. */
  Scripts component(String name, String as) {
    try {
      Path file = folder.resolve(as);
      Files.createDirectories(file.getParent());
      Files.write(file, Guests.bytes(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportMap importMap(String json) {
    return ImportMap.parse(json, ModuleUrl.ofFile(folder + "/import-map.json"));
  }

  ComponentModules.Builder modules() {
    return ComponentModules.builder().fileSystem(FileSystem.newDefaultFileSystem());
  }

  /** What a module of the folder exports as {@code result}, as text. */
  String result(ComponentModules modules, String name) {
    Context.Builder builder = Context.newBuilder("js").engine(ENGINE);
    modules.configure(builder);
    try (Context context = builder.build()) {
      ModuleLoader loader = modules.attach(context);
      Value namespace = loader.load(folder.resolve(name).toString()).orElseThrow();
      return context.eval("js", "String").execute(namespace.getMember("result")).asString();
    }
  }

  String result(String name) {
    return result(modules().build(), name);
  }

  String resultWithMap(String json, String name) {
    return result(modules().importMap(importMap(json)).build(), name);
  }
}
