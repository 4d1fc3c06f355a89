package dev.mortise.esmintegration.graph;

import dev.mortise.esmintegration.resolve.ModuleProblems;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.jsbridge.shape.JsShape.Namespace;
import dev.mortise.jsbridge.shape.JsShape.ResourceClass;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.name.Nearest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with who supplies an import, in words. */
final class SupplyProblems {
  private SupplyProblems() {}

  static MortiseException missing(Target importer, Item item) {
    return new ComponentResolutionException(
        Diagnostic.of("missing-import", where(importer, item))
            .expecting(what(item), "nobody who supplies it")
            .withHint(ModuleProblems.hint(item.wit())));
  }

  static MortiseException wrongKind(Target importer, Item item, Target target, String found) {
    return new ComponentResolutionException(
        Diagnostic.of("wrong-kind", where(importer, item))
            .expecting(what(item), found)
            .because("the import map leads to " + target.inWords()));
  }

  static MortiseException notExported(
      Target importer, Item item, Target target, List<String> interfaces) {
    String near = Nearest.of(item.wit(), interfaces);
    return new ComponentResolutionException(
        Diagnostic.of("wrong-kind", where(importer, item))
            .expecting(
                what(item),
                interfaces.isEmpty()
                    ? "a component that exports no interface"
                    : "a component that exports " + String.join(", ", interfaces))
            .because("the import map leads to " + target.inWords())
            .withHint(
                near == null
                    ? null
                    : "If " + near + " is meant, add #" + near + " to the address"));
  }

  /** Modules that wait for one another. */
  static MortiseException cycle(Target importer, String itemName, List<String> path) {
    return new ComponentResolutionException(
        Diagnostic.of("module-cycle", "import \"" + itemName + "\" of " + importer.inWords())
            .expecting("a module that is there before the component is", "one that waits for it")
            .because(String.join(" imports ", path))
            .withHint(
                "A function declaration (export function …) is there from the start; a const, a"
                    + " class or another component is not. Break the cycle, or move what the"
                    + " component needs to a module of its own"));
  }

  private static String where(Target importer, Item item) {
    return "import \"" + item.wit() + "\" of " + importer.inWords();
  }

  private static String what(Item item) {
    return switch (item) {
      case Namespace namespace ->
          "an interface with "
              + Stream.concat(
                      namespace.functions().stream().map(Function::js),
                      namespace.classes().stream().map(c -> "class " + c.js()))
                  .collect(Collectors.joining(", "));
      case Function function -> "a function " + function.js();
      case ResourceClass resource -> "a class " + resource.js();
    };
  }
}
