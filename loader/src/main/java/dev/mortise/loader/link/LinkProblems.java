package dev.mortise.loader.link;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.WitTypes;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an import, and what to do. */
final class LinkProblems {
  private LinkProblems() {}

  /** Nothing was supplied under the name. */
  static Diagnostic missing(List<String> path, ExternType type, Collection<String> supplied) {
    String nearest = Nearest.of(path.get(path.size() - 1), supplied);
    String found =
        supplied.isEmpty()
            ? "nothing supplied"
            : nearest == null ? "other names only" : "only `" + nearest + "`";
    return Diagnostic.of("missing-import", "import " + quoted(path))
        .expecting(describe(type), found)
        .because("the import was not found among what the host supplies")
        .withHint(hint(path, type));
  }

  /** Something else was supplied under the name. */
  static Diagnostic wrongKind(List<String> path, String expected, String found) {
    return Diagnostic.of("wrong-import-kind", "import " + quoted(path))
        .expecting(expected, found)
        .because("expected " + expected + " found " + found);
  }

  /** What was supplied has another type. */
  static Diagnostic mismatch(List<String> path, Diagnostic mismatch) {
    return new Diagnostic(
        "import-type-mismatch",
        "import " + quoted(path),
        mismatch.expected(),
        mismatch.found(),
        mismatch.why(),
        mismatch.hint(),
        mismatch.spec(),
        Diagnostic.NO_OFFSET,
        mismatch.path());
  }

  static String kind(ExternType type) {
    return switch (type) {
      case ExternType.Type named when named.type() instanceof ResourceType -> "resource";
      case ExternType.Module module -> "module";
      default -> type.kind();
    };
  }

  private static String quoted(List<String> path) {
    return path.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" > "));
  }

  private static String describe(ExternType type) {
    return switch (type) {
      case FuncType func -> WitTypes.describe(func);
      case InstanceType instance ->
          "an instance with "
              + instance.exports().entrySet().stream()
                  .filter(e -> !isPlainType(e.getValue()))
                  .map(e -> e.getKey() + ": " + WitTypes.describe(e.getValue()))
                  .collect(Collectors.joining("; ", "{ ", " }"));
      case ExternType.Type named when named.type() instanceof ResourceType -> "a resource type";
      case ExternType.Module module -> "a core module";
      case ComponentType component -> "a component";
      default -> "a " + type.kind();
    };
  }

  private static boolean isPlainType(ExternType type) {
    return type instanceof ExternType.Type named && !(named.type() instanceof ResourceType);
  }

  private static @Nullable String hint(List<String> path, ExternType type) {
    String name = path.get(path.size() - 1);
    String call =
        switch (type) {
          case FuncType func -> ".func(\"" + name + "\", args -> …)";
          case InstanceType instance ->
              ".instance(\""
                  + name
                  + "\", i -> i"
                  + instance.exports().entrySet().stream()
                      .filter(e -> e.getValue() instanceof FuncType)
                      .map(e -> ".func(\"" + e.getKey() + "\", args -> …)")
                      .limit(3)
                      .collect(Collectors.joining())
                  + ")";
          case ExternType.Type named -> ".resource(\"" + name + "\", …)";
          case ExternType.Module module -> ".module(\"" + name + "\", …)";
          case ComponentType component -> ".component(\"" + name + "\", …)";
          case ExternType.Value value -> "";
        };
    return call.isEmpty()
        ? null
        : "Supply it: Imports.builder()" + (path.size() > 1 ? "…" : "") + call;
  }
}
