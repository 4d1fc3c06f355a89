package dev.mortise.esmintegration.resolve;

import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.importmap.ImportMap.Resolution;
import dev.mortise.esmintegration.url.ModuleUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the module that a specifier means: by the import map, else as the URL that it is, else
 * among the registered components. A WIT name is looked for in full first, and then without its
 * version.
 */
public final class ModuleResolver {
  private final ImportMap importMap;
  private final Map<String, Target.Whole> registered;
  private final ComponentExports components;

  /** Looks into components. */
  @FunctionalInterface
  public interface ComponentExports {
    /** The interfaces of a module, or null when it is no component. */
    @Nullable Exports of(Target.Whole module);
  }

  /**
   * A resolver.
   *
   * @param registered what was registered under which names; a component by its first name, so that
   *     one of several names has one instance
   */
  public ModuleResolver(
      ImportMap importMap, Map<String, Target.Whole> registered, ComponentExports components) {
    this.importMap = importMap;
    this.registered = Collections.unmodifiableMap(new LinkedHashMap<>(registered));
    this.components = components;
  }

  /** The names under which something was registered, in that order. */
  public Set<String> registered() {
    return registered.keySet();
  }

  /** Whether a module is a component. */
  public boolean isComponent(Target.Whole module) {
    return components.of(module) != null;
  }

  /** Whether a module's own names may mean something else than in other modules. */
  public boolean isScoped(ModuleUrl module) {
    return importMap.hasScopeFor(module);
  }

  /**
   * The module.
   *
   * @throws dev.mortise.runtime.error.MortiseException when there is none
   */
  public Target resolve(Request request) {
    Target found = find(request);
    if (found == null) {
      throw ModuleProblems.notFound(request, registered.keySet());
    }
    return found;
  }

  /**
   * The module, or null when nothing says where it would be.
   *
   * @throws dev.mortise.runtime.error.MortiseException when the import map blocks it, or it is none
   */
  public @Nullable Target find(Request request) {
    WitSpecifier wit = WitSpecifier.of(request.specifier());
    Target found = find(request, request.specifier());
    return found == null && wit != null && wit.version() != null
        ? find(request, wit.unversioned())
        : found;
  }

  private @Nullable Target find(Request request, String specifier) {
    Resolution resolution = importMap.resolve(specifier, request.base());
    return switch (resolution) {
      case Resolution.Mapped mapped -> {
        Target target = locate(mapped.url(), request);
        if (target == null) {
          throw ModuleProblems.addressNotFound(request, mapped, registered.keySet());
        }
        yield target;
      }
      case Resolution.Itself itself -> locate(itself.url(), request);
      case Resolution.Unmapped unmapped ->
          registered.containsKey(specifier) ? part(registered(specifier), null, request) : null;
      case Resolution.Blocked blocked -> throw ModuleProblems.blocked(request, blocked);
      case Resolution.Backtracked away -> throw ModuleProblems.backtracked(request, away);
      case Resolution.Unusable unusable -> throw ModuleProblems.unusable(request, unusable);
    };
  }

  private @Nullable Target locate(ModuleUrl url, Request request) {
    ModuleUrl whole = url.withFragment(null);
    if (url.isFile()) {
      return part(new Target.File(whole), url.decodedFragment(), request);
    }
    for (String name : new String[] {url.toString(), whole.toString()}) {
      if (registered.containsKey(name)) {
        boolean named = name.equals(url.toString());
        return part(registered(name), named ? null : url.decodedFragment(), request);
      }
    }
    return null;
  }

  private Target.Whole registered(String name) {
    return Objects.requireNonNull(registered.get(name));
  }

  /** The interface of a component that is asked for, or all of the module. */
  private Target part(Target.Whole module, @Nullable String fragment, Request request) {
    if (fragment == null && WitSpecifier.of(request.specifier()) == null) {
      return module;
    }
    Exports exports = components.of(module);
    if (exports == null) {
      return module; // of a file that is no component, the fragment means nothing here
    }
    Exports.Match match =
        fragment == null ? exports.named(request.specifier()) : exports.fragment(fragment);
    return switch (match) {
      case Exports.Match.One one -> new Target.Interface(module, one.exportName());
      case Exports.Match.Ambiguous several ->
          throw ModuleProblems.ambiguous(request, module, several.exportNames());
      case Exports.Match.None none -> {
        if (fragment != null) {
          throw ModuleProblems.noSuchInterface(request, module, fragment, exports.interfaces());
        }
        yield module;
      }
    };
  }
}
