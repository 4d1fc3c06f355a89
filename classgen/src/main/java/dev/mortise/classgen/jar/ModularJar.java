package dev.mortise.classgen.jar;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Jars of generated classes. Their bytes depend on nothing but what is in them: entries are in
 * order, and all of one time.
 */
public final class ModularJar {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** The earliest that a zip file can say. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ModularJar() {}

  /**
   * A component as a modular jar, for the module path and for the class path. It needs {@code
   * mortise-runtime} beside it, and nothing else of Mortise.
   *
   * @param moduleName the name of its module
   */
  public static byte[] of(ComponentClasses component, String moduleName) {
    Map<String, byte[]> files = new TreeMap<>(component.files());
    List<String> exported = ModuleDescriptor.packages(component.declarations().keySet());
    files.put(
        "module-info.class",
        new ModuleDescriptor(
                moduleName,
                List.of(ModuleDescriptor.RUNTIME),
                List.of(ModuleDescriptor.ENGINE),
                exported)
            .classFile(
                ModuleDescriptor.packages(
                    files.keySet().stream().filter(f -> !f.startsWith("META-INF/")).toList())));
    // GraalVM's native-image keeps resources that somebody names.
    files.put(
        "META-INF/native-image/" + moduleName + "/resource-config.json",
        text(
            "{\"resources\": {\"includes\": [{\"pattern\": \".*/"
                + ComponentClasses.INTERNAL
                + "/Module[0-9]+\\\\.wasm\"}]}}\n"));
    return jar(files);
  }

  /** The sources of what callers see, and the texts that stack traces point into. */
  public static byte[] sources(ComponentClasses component) {
    Map<String, byte[]> files = new TreeMap<>();
    sources(component.model()).forEach((name, source) -> files.put(name, text(source)));
    component.listings().forEach((name, listing) -> files.put(name, text(listing)));
    return jar(files);
  }

  /** The source files of a model, by path. */
  public static Map<String, String> sources(JavaModel model) {
    Map<String, String> sources = new TreeMap<>();
    model
        .topLevel()
        .forEach(
            declared ->
                sources.put(declared.name().internalName() + ".java", JavaSource.of(declared)));
    sources.put(model.world().name().internalName() + ".java", JavaSource.ofWorld(model));
    return sources;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A jar of files by path. */
  private static byte[] jar(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      // The manifest comes first, where tools that read jars as streams look for it.
      add(zip, MANIFEST, text("Manifest-Version: 1.0\r\nCreated-By: Mortise\r\n\r\n"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        add(zip, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
