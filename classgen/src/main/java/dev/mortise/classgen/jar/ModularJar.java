package dev.mortise.classgen.jar;

import dev.mortise.classgen.emit.DeclarationEmitter;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
   * mortise-runtime} beside it, and nothing else of Mortise. As a module it provides its world and
   * what it exports as services, all of one instance, and uses those of others for its imports.
   *
   * @param moduleName the name of its module
   * @param contracts the jars whose declarations it shares, instead of having its own
   */
  public static byte[] of(ComponentClasses component, String moduleName, Contracts contracts) {
    Map<String, byte[]> files = new TreeMap<>(component.files());
    contracts.require(component.declarations());
    TreeSet<String> required = new TreeSet<>(List.of(ModuleDescriptor.RUNTIME));
    List<String> exported = new ArrayList<>();
    for (String name : ModuleDescriptor.packages(component.declarations().keySet())) {
      String module = contracts.module(name);
      if (module == null) {
        exported.add(name);
      } else {
        required.add(module);
        files.keySet().removeIf(file -> ClassName.packageOf(file).equals(name));
      }
    }
    ServiceEmitter.Written services = ServiceEmitter.emit(component.model());
    files.putAll(services.files());
    files.put(
        "module-info.class",
        new ModuleDescriptor(
                moduleName,
                List.copyOf(required),
                List.of(ModuleDescriptor.ENGINE),
                exported,
                services.clauses())
            .classFile(ModuleDescriptor.packages(files.keySet())));
    // GraalVM's native-image keeps resources that somebody names.
    files.put(
        "META-INF/native-image/" + moduleName + "/resource-config.json",
        text(
            "{\"resources\": {\"includes\": [{\"pattern\": \".*/"
                + ComponentClasses.INTERNAL
                + "/Module[0-9]+\\\\.wasm\"}]}}\n"));
    return jar(files);
  }

  /** A component's modular jar with all of its declarations. */
  public static byte[] of(ComponentClasses component, String moduleName) {
    return of(component, moduleName, Contracts.NONE);
  }

  /**
   * Declarations as modular jars, one for each package: to implement what a component imports, or
   * to call what it exports, before there is one.
   *
   * @param models of an interface that several have, the first counts
   * @return the jars by module name, which is the package's
   */
  public static Map<String, byte[]> contracts(List<JavaModel> models) {
    Map<String, byte[]> all = new TreeMap<>();
    models.forEach(model -> DeclarationEmitter.emit(model).forEach(all::putIfAbsent));
    Map<String, Map<String, byte[]>> packages = new TreeMap<>();
    all.forEach(
        (name, bytes) ->
            packages
                .computeIfAbsent(ClassName.packageOf(name), p -> new TreeMap<>())
                .put(name, bytes));
    Map<String, byte[]> jars = new TreeMap<>();
    packages.forEach(
        (name, classes) -> {
          TreeSet<String> required = new TreeSet<>(List.of(ModuleDescriptor.RUNTIME));
          classes.values().stream()
              .flatMap(bytes -> References.of(bytes).stream())
              .map(ClassName::packageOf)
              .filter(other -> packages.containsKey(other) && !other.equals(name))
              .forEach(required::add);
          Map<String, byte[]> files = new TreeMap<>();
          classes.forEach((file, bytes) -> files.put(file + ".class", bytes));
          files.put(
              "module-info.class",
              new ModuleDescriptor(
                      name,
                      List.copyOf(required),
                      List.of(),
                      List.of(name),
                      ModuleDescriptor.Services.NONE)
                  .classFile(List.of(name)));
          jars.put(name, jar(files));
        });
    return jars;
  }

  /** The sources of {@link #contracts}, as jars by module name. */
  public static Map<String, byte[]> contractSources(List<JavaModel> models) {
    Map<String, Map<String, byte[]>> packages = new TreeMap<>();
    models.forEach(
        model ->
            sources(model)
                .forEach(
                    (name, source) ->
                        packages
                            .computeIfAbsent(ClassName.packageOf(name), p -> new TreeMap<>())
                            .putIfAbsent(name, text(source))));
    Map<String, byte[]> jars = new TreeMap<>();
    packages.forEach((name, files) -> jars.put(name, jar(files)));
    return jars;
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
                sources.put(
                    declared.name().internalName() + ".java",
                    JavaSource.of(declared, model.said().docs())));
    if (model.hasWorld()) {
      sources.put(model.world().name().internalName() + ".java", JavaSource.ofWorld(model));
    }
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
