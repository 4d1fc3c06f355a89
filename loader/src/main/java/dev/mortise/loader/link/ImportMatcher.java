package dev.mortise.loader.link;

import dev.mortise.loader.validate.TypeMatcher;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.link.Closing;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.link.TypedHostFunction;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds for each import what the host supplies, by name and shape: the entry of this package. */
public final class ImportMatcher {
  private final ComponentType component;
  private final boolean trapMissing;
  private final MatchedImports matched = new MatchedImports();
  private final Map<ResourceType, RuntimeResource> bound = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private ImportMatcher(ComponentType component, boolean trapMissing) {
    this.component = component;
    this.trapMissing = trapMissing;
  }

  /**
   * Matches the imports of a component.
   *
   * @param supplied the host's items by name; more than is imported does no harm
   * @param trapMissing whether a function that is missing traps when it is called, instead of being
   *     refused here
   * @throws LinkException with every import that has no item, or one that does not fit
   */
  public static MatchedImports match(
      ComponentType component, Map<String, HostItem> supplied, boolean trapMissing) {
    ImportMatcher matcher = new ImportMatcher(component, trapMissing);
    component.imports().forEach((name, type) -> matcher.match(List.of(name), name, type, supplied));
    if (!matcher.problems.isEmpty()) {
      throw new LinkException(matcher.problems);
    }
    return matcher.matched;
  }

  private void match(
      List<String> path, String name, ExternType type, Map<String, HostItem> supplied) {
    HostItem item = find(path, name, type, supplied);
    if (item == null) {
      if (!asksForNothing(type) && (!trapMissing || !isCallable(type))) {
        problems.add(LinkProblems.missing(path, type, supplied.keySet()));
      }
      return;
    }
    if (item instanceof HostItem.Exported exported) {
      matchExported(path, name, type, exported);
      return;
    }
    switch (type) {
      case FuncType func when item instanceof HostItem.Typed found ->
          matched.function(path, typed(path, found));
      case InstanceType instance when item instanceof HostItem.Typed found ->
          instance.exports().forEach((export, t) -> matchTyped(below(path, export), t, found));
      case FuncType func when item instanceof HostItem.Func found ->
          matched.function(path, new HostCall(String.join("#", path), func, found.function()));
      case InstanceType instance when item instanceof HostItem.Instance found ->
          instance
              .exports()
              .forEach(
                  (export, exportType) ->
                      match(below(path, export), export, exportType, found.exports()));
      case ExternType.Type named when named.type() instanceof ResourceType resource -> {
        if (item instanceof HostItem.Resource found) {
          bind(path, resource, found.resource());
        } else {
          problems.add(LinkProblems.wrongKind(path, "resource", item.kind()));
        }
      }
      case ExternType.Type named -> {}
      case ExternType.Module module when item instanceof HostItem.Module found ->
          unit(path, type, new ExternType.Module(found.module().type()), found.module());
      case ComponentType wanted when item instanceof HostItem.Component found ->
          unit(path, type, found.component().type(), found.component());
      default -> problems.add(LinkProblems.wrongKind(path, LinkProblems.kind(type), item.kind()));
    }
  }

  private static @Nullable HostItem find(
      List<String> path, String name, ExternType type, Map<String, HostItem> supplied) {
    HostItem item = InterfaceVersions.find(name, supplied);
    return item == null && type instanceof FuncType && path.size() == 1
        ? supplied.get(HostItem.ROOT)
        : item;
  }

  private static TypedHostFunction typed(List<String> path, HostItem.Typed item) {
    return new TypedHostFunction(String.join("#", path), item.object(), item.contract());
  }

  /** Takes an object for the functions of an interface; its resources are the host's objects. */
  private void matchTyped(List<String> path, ExternType type, HostItem.Typed typed) {
    switch (type) {
      case FuncType func -> matched.function(path, typed(path, typed));
      case ExternType.Type named when named.type() instanceof ResourceType resource -> {
        if (resource.aliased() == null) {
          bind(path, resource, RuntimeResource.host(path.get(path.size() - 1), Closing::close));
        }
      }
      case ExternType.Type named -> {}
      default -> problems.add(LinkProblems.wrongKind(path, LinkProblems.kind(type), typed.kind()));
    }
  }

  /** Whether nothing has to be supplied: no types but named ones, in instances or not. */
  private static boolean asksForNothing(ExternType type) {
    return switch (type) {
      case ExternType.Type named ->
          !(named.type() instanceof ResourceType resource) || resource.aliased() != null;
      case InstanceType instance ->
          instance.exports().values().stream().allMatch(ImportMatcher::asksForNothing);
      default -> false;
    };
  }

  private static boolean isCallable(ExternType type) {
    return switch (type) {
      case FuncType func -> true;
      case InstanceType instance ->
          instance.exports().values().stream().allMatch(ImportMatcher::isCallable);
      case ExternType.Type named -> true;
      default -> false;
    };
  }

  private void bind(List<String> path, ResourceType type, RuntimeResource resource) {
    RuntimeResource known = bound.putIfAbsent(type, resource);
    if (known == null) {
      matched.resource(path, resource);
    } else if (!known.equals(resource)) {
      problems.add(
          Diagnostic.of("mismatched-resource", "import " + String.join(" > ", path))
              .expecting("the resource type " + known, "another, " + resource)
              .because("mismatched resource types: the component says that they are one"));
    }
  }

  private void unit(
      List<String> path, ExternType wanted, ExternType found, dev.mortise.runtime.plan.Item unit) {
    Diagnostic mismatch =
        TypeMatcher.mismatch(
            path.get(path.size() - 1), found, wanted, component.importedResources());
    if (mismatch != null) {
      problems.add(LinkProblems.mismatch(path, mismatch));
    } else {
      matched.unit(path, unit);
    }
  }

  /** Takes what another component exports: its type is known, and is checked. */
  private void matchExported(
      List<String> path, String name, ExternType type, HostItem.Exported exported) {
    Diagnostic mismatch =
        TypeMatcher.mismatch(name, exported.type(), type, component.importedResources());
    if (mismatch != null) {
      problems.add(LinkProblems.mismatch(path, mismatch));
      return;
    }
    take(path, type, exported.item());
  }

  private void take(List<String> path, ExternType type, RuntimeItem item) {
    switch (item) {
      case RuntimeItem.Func func -> matched.function(path, func.function());
      case RuntimeItem.Resource resource -> {
        if (type instanceof ExternType.Type named && named.type() instanceof ResourceType wanted) {
          bind(path, wanted, resource.resource());
        }
      }
      case RuntimeItem.Type unused -> {}
      case RuntimeItem.Module module -> matched.unit(path, module.module());
      case RuntimeItem.Component nested -> matched.unit(path, nested.component());
      case RuntimeItem.Instance instance -> {
        Map<String, ExternType> wanted =
            type instanceof InstanceType found ? found.exports() : new LinkedHashMap<>();
        wanted.forEach(
            (export, exportType) -> {
              RuntimeItem inner = instance.exports().get(export);
              if (inner != null) {
                take(below(path, export), exportType, inner);
              }
            });
      }
    }
  }

  private static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
