package dev.mortise.cli;

import dev.mortise.loader.Component;
import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.LinkException;
import dev.mortise.loader.type.ExternType;
import dev.mortise.loader.type.FuncType;
import dev.mortise.loader.type.InstanceType;
import dev.mortise.loader.type.ResourceType;
import dev.mortise.loader.wit.WitTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says what a component imports that the command line cannot supply, and what to do then. */
final class MissingImports {
  private MissingImports() {}

  /** The same failure, in words for somebody at a command line. */
  static LinkException explain(LinkException failure, Component component, Path file) {
    List<String> names = new ArrayList<>();
    StringBuilder wit = new StringBuilder();
    component
        .imports()
        .forEach(
            (name, type) -> {
              if (!(type instanceof ExternType.Type(var defined))
                  || defined instanceof ResourceType) {
                names.add(name);
                describe(wit, name, type);
              }
            });
    if (names.isEmpty() || !failure.code().equals("missing-import")) {
      return failure;
    }
    boolean canTrap = component.imports().values().stream().allMatch(MissingImports::canTrap);
    String first = names.getFirst();
    String hint =
        (canTrap
                ? "What to do:\n"
                    + "  - run it without them: with --trap-missing they may be missing, and only a"
                    + " call of one traps\n"
                : "What to do:\n")
            + "  - supply them from Java: component.instantiate(Imports.builder()."
            + (component.imports().get(first) instanceof InstanceType ? "instance" : "func")
            + "(\""
            + first
            + "\", …)"
            + (names.size() > 1 ? "…" : "")
            + ".build())\n"
            + "  - see their types: mortise inspect "
            + file;
    return new LinkException(
        Diagnostic.of(
                "missing-import",
                names.size() == 1
                    ? "import " + first
                    : names.size() + " imports, " + first + " the first")
            .because("the component needs what the command line cannot supply:" + wit + "\n")
            .withHint(hint));
  }

  private static boolean canTrap(ExternType type) {
    return type instanceof FuncType
        || type instanceof InstanceType
        || type instanceof ExternType.Type;
  }

  private static void describe(StringBuilder wit, String name, ExternType type) {
    if (type instanceof InstanceType instance) {
      wit.append("\n  ").append(name);
      instance
          .exports()
          .forEach(
              (export, item) -> {
                if (!(item instanceof ExternType.Type)) {
                  wit.append("\n    ").append(export).append(": ").append(WitTypes.describe(item));
                }
              });
    } else {
      wit.append("\n  ").append(name).append(": ").append(WitTypes.describe(type));
    }
  }
}
