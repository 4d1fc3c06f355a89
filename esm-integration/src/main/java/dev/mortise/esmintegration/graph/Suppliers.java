package dev.mortise.esmintegration.graph;

import dev.mortise.esmintegration.graph.ComponentModule.Supply;
import dev.mortise.esmintegration.load.ComponentCode;
import dev.mortise.esmintegration.load.HostImports;
import dev.mortise.esmintegration.resolve.Exports;
import dev.mortise.esmintegration.resolve.ModuleResolver;
import dev.mortise.esmintegration.resolve.Request;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.esmintegration.resolve.WitSpecifier;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who supplies the imports of a component. An import's name is a specifier like any other,
 * resolved where the component stands; what no module supplies, the host may.
 */
public final class Suppliers {
  private final ModuleResolver resolver;
  private final ModuleResolver.ComponentExports components;
  private final Hosts hosts;
  private final Linker linker;

  /** Compiles components. */
  @FunctionalInterface
  public interface Linker {
    /**
     * A component with what Java supplies to it.
     *
     * @param ofJava the names of those imports
     */
    JsComponent link(ComponentCode code, Set<String> ofJava);
  }

  /**
   * What Java supplies.
   *
   * @param suppliers asked in order for what no module supplies
   * @param imports to all instances, what nobody else does
   */
  public record Hosts(List<HostSupplier> suppliers, HostImports imports) {
    public Hosts {
      suppliers = List.copyOf(suppliers);
    }
  }

  /** Suppliers. */
  public Suppliers(
      ModuleResolver resolver,
      ModuleResolver.ComponentExports components,
      Hosts hosts,
      Linker linker) {
    this.resolver = resolver;
    this.components = components;
    this.hosts = hosts;
    this.linker = linker;
  }

  /**
   * The component with its suppliers.
   *
   * @param base the URL that the component's specifiers are relative to
   * @throws ComponentResolutionException with all that is missing or does not fit
   */
  public ComponentModule of(Target.Whole module, ComponentCode code, ModuleUrl base) {
    List<Supply> supplies = new ArrayList<>();
    Set<String> ofJava = new HashSet<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Item item : code.shape().imports()) {
      if (item instanceof Namespace namespace && namespace.isEmpty()) {
        continue; // types alone
      }
      try {
        Supply supply = supply(module, item, new Request(item.wit(), module.inWords(), base));
        if (supply == null) {
          ofJava.add(item.wit());
        } else {
          supplies.add(supply);
        }
      } catch (MortiseException e) {
        problems.addAll(e.diagnostics());
      }
    }
    if (!problems.isEmpty()) {
      throw new ComponentResolutionException(problems);
    }
    return new ComponentModule(module, code, linker.link(code, ofJava), supplies);
  }

  /** Who supplies an import; null for Java's typed objects, with which a component is linked. */
  private @Nullable Supply supply(Target.Whole importer, Item item, Request request) {
    Target target = resolver.find(request);
    if (target != null) {
      requireKind(importer, item, target);
      return new Supply.FromModule(item, target);
    }
    Object host = host(item.wit());
    if (host != null) {
      return new Supply.FromHost(item, host);
    }
    if (hosts.imports().has(item.wit())) {
      return null;
    }
    throw SupplyProblems.missing(importer, item);
  }

  private @Nullable Object host(String name) {
    WitSpecifier wit = WitSpecifier.of(name);
    for (String asked :
        wit == null || wit.version() == null
            ? new String[] {name}
            : new String[] {name, wit.unversioned()}) {
      for (HostSupplier host : hosts.suppliers()) {
        Object found = host.find(asked);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** A component that supplies must have what is imported; of a JavaScript module nobody knows. */
  private void requireKind(Target.Whole importer, Item item, Target target) {
    switch (target) {
      case Target.Interface part -> {
        if (!(item instanceof Namespace)) {
          throw SupplyProblems.wrongKind(importer, item, part, "an interface");
        }
      }
      case Target.Whole whole -> {
        Exports exports = components.of(whole);
        if (exports != null && item instanceof Namespace) {
          throw SupplyProblems.notExported(importer, item, whole, exports.interfaces());
        }
      }
    }
  }

  /** An import in words: its kind. */
  static String kind(Item item) {
    return switch (item) {
      case Namespace namespace -> "interface";
      case Function function -> "function";
      case ResourceClass resource -> "resource";
    };
  }
}
