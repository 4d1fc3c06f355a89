package dev.mortise.examples.esm;

import dev.mortise.esmintegration.ComponentModules;
import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.url.ModuleUrl;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;

/** A host that has a builder of contexts already, and adds two lines. */
public final class Shop {
  private Shop() {}

  /** Runs shop.mjs, and says what was paid. */
  public static int paid(Path scripts) throws IOException {
    Path map = scripts.resolve("import-map.json").toAbsolutePath();
    ComponentModules modules =
        ComponentModules.builder()
            .fileSystem(FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem()))
            .importMap(ImportMap.parse(Files.readString(map), ModuleUrl.ofFile(map.toString())))
            .build();
    Context.Builder builder =
        Context.newBuilder("js").option("js.esm-eval-returns-exports", "true");
    modules.configure(builder); // the first line
    try (Context context = builder.build()) {
      modules.attach(context); // the second
      File script = scripts.resolve("shop.mjs").toFile();
      Value exports = context.eval(Source.newBuilder("js", script).build());
      return exports.getMember("paid").asInt();
    }
  }

  /** Prints what was paid. */
  public static void main(String[] args) throws IOException {
    System.out.println("paid " + paid(Path.of(args[0])));
  }
}
