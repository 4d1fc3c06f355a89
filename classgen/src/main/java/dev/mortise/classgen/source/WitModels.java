package dev.mortise.classgen.source;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.resolve.ResolvedInterface;
import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java of WIT packages: of their interfaces, and of the worlds of the main one. */
public final class WitModels {
  private WitModels() {}

  /**
   * A model for each world, and before them one of all interfaces, which has no world.
   *
   * @param packageName the Java package of the worlds, or null for one of each world's name
   */
  public static List<JavaModel> of(WitPackages packages, @Nullable String packageName) {
    List<JavaModel> models = new ArrayList<>();
    models.add(ofInterfaces(packages));
    for (ResolvedWorld world : packages.worlds()) {
      if (world.name().inPackage().equals(packages.main())) {
        models.add(
            JavaMapping.of(world.type(), world.name().name(), packageName)
                .withDocs(new JavaModel.Said(world.name().toString(), world.docs())));
      }
    }
    return models;
  }

  /** One model of all interfaces, which has no world: what importer and provider share. */
  public static JavaModel ofInterfaces(WitPackages packages) {
    Map<String, ExternType> interfaces = new LinkedHashMap<>();
    // A type belongs to the interface that shows it first.
    for (ResolvedInterface found : packages.interfacesInUseOrder()) {
      interfaces.put(found.name().toString(), found.type());
    }
    WitPackage.Name main = packages.main();
    return JavaMapping.of(
            new ComponentType(interfaces, Map.of(), List.of(), List.of()), main.toString(), null)
        .withoutWorld()
        .withDocs(new JavaModel.Said("", packages.docs()));
  }
}
