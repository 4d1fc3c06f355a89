package dev.mortise.cli;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.Component;
import dev.mortise.loader.wit.resolve.ResolvedInterface;
import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is imported and exported: by a component, or by the worlds of WIT text. */
final class Contract {
  private Contract() {}

  /**
   * What a component, or the one world of a WIT package, imports and exports.
   *
   * @throws dev.mortise.runtime.error.WitException when WIT is wrong, or has not one world
   */
  static ComponentType read(Path file) throws IOException {
    return WitText.is(file)
        ? WitText.load(file, List.of()).world(null).type()
        : component(file).type();
  }

  /** Loads a component. */
  static Component component(Path file) throws IOException {
    return ComponentFile.load(file);
  }

  /** The Java of what a component imports and exports. */
  static JavaModel model(Path file, @Nullable String packageName) throws IOException {
    Component component = component(file);
    return JavaMapping.of(component.type(), String.valueOf(file.getFileName()), packageName)
        .withDocs(JavaModel.Said.of(component));
  }

  /**
   * The Java of a WIT package: a model for each of its worlds, and one of all of its interfaces,
   * which has no world.
   *
   * @param packageName the Java package of the worlds, or null for one of each world's name
   */
  static List<JavaModel> models(WitPackages packages, @Nullable String packageName) {
    List<JavaModel> models = new ArrayList<>();
    Map<String, ExternType> interfaces = new LinkedHashMap<>();
    for (ResolvedInterface found : packages.interfaces()) {
      interfaces.put(found.name().toString(), found.type());
    }
    models.add(
        JavaMapping.of(
                new ComponentType(interfaces, Map.of(), List.of(), List.of()),
                packages.main().toString(),
                packageName)
            .withoutWorld()
            .withDocs(new JavaModel.Said("", packages.docs())));
    for (ResolvedWorld world : packages.worlds()) {
      if (world.name().inPackage().equals(packages.main())) {
        models.add(
            JavaMapping.of(world.type(), world.name().name(), packageName)
                .withDocs(new JavaModel.Said(world.name().toString(), world.docs())));
      }
    }
    return models;
  }
}
