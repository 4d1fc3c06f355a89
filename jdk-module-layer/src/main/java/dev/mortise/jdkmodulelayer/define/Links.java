package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.call.LinkedFunction;
import dev.mortise.classgen.jar.LinkedImports;
import dev.mortise.jdkmodulelayer.resolve.Provider;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.jdkmodulelayer.resolve.Wire;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The components of a layer whose code calls that of others from memory to memory: for each, the
 * wires that lead to a component. A wire is left out whose provider's packages are hidden by others
 * of the same name; its calls go by way of Java.
 */
final class Links {
  /**
   * A wire to a component.
   *
   * @param loader the loader of its module when that is in a parent layer, else null
   */
  record Link(Wire wire, Linkable provider, @Nullable ModuleLoader loader) {
    @Nullable LinkedFunction function(String name) {
      return provider.function(wire.wanted().type(), name);
    }
  }

  private final Resolution resolution;
  private final Map<String, Linkable> own = new HashMap<>();
  private final Map<String, Map<String, Link>> links = new HashMap<>();

  Links(Resolution resolution) {
    this.resolution = resolution;
  }

  /** A component of the layer was made: those that import from it come after it. */
  void add(String module, Linkable linkable) {
    own.put(module, linkable);
  }

  /** What a component of the layer offers, or null when the module is none. */
  @Nullable Linkable of(String module) {
    return own.get(module);
  }

  /** The wires of a component that lead to others, when those are made. */
  List<Link> from(String importer) {
    return List.copyOf(known(importer).values());
  }

  /** The functions that a component imports from others. */
  LinkedImports imports(String importer) {
    return path -> {
      Link link = link(importer, path);
      return link == null ? null : link.function(path.get(1));
    };
  }

  /** The wire of an imported function that leads to a component. */
  @Nullable Link link(String importer, List<String> path) {
    return path.size() == 2 ? known(importer).get(path.get(0)) : null;
  }

  private Map<String, Link> known(String importer) {
    return links.computeIfAbsent(importer, this::make);
  }

  private Map<String, Link> make(String importer) {
    Map<String, Link> found = new LinkedHashMap<>();
    Map<String, Linkable> packages = new HashMap<>();
    for (Wire wire : resolution.wiresOf(importer)) {
      Link link = link(wire);
      if (link == null || link.provider.packageName().equals(internal(importer))) {
        continue;
      }
      Linkable first = packages.putIfAbsent(link.provider.packageName(), link.provider);
      if (first == null || first.equals(link.provider)) {
        found.put(wire.wanted().wit(), link);
      }
    }
    return found;
  }

  private @Nullable Link link(Wire wire) {
    return switch (wire.provider()) {
      case Provider.Component component -> {
        Linkable linkable = own.get(component.name());
        yield linkable == null ? null : new Link(wire, linkable, null);
      }
      case Provider.Parent parent -> {
        if (parent.layer().findLoader(parent.name()) instanceof ModuleLoader loader) {
          Linkable linkable = loader.linkable();
          yield linkable == null ? null : new Link(wire, linkable, loader);
        }
        yield null;
      }
      case Provider.JavaModule java -> null;
      case Provider.Bound bound -> null;
    };
  }

  private String internal(String importer) {
    return resolution.components().stream()
        .filter(component -> component.name().equals(importer))
        .map(ComponentDescriptor::internal)
        .findFirst()
        .orElseThrow();
  }
}
