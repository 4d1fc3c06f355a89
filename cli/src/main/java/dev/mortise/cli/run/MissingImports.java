package dev.mortise.cli.run;

import dev.mortise.loader.Component;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.Printable;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.WitTypes;
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
    StringBuilder todo = new StringBuilder("What to do:");
    if (component.imports().values().stream().allMatch(MissingImports::canTrap)) {
      todo.append("\n  - to run without: --trap-missing, and only a call of what is missing traps");
    }
    String first = names.getFirst();
    boolean isInstance = component.imports().get(first) instanceof InstanceType;
    todo.append("\n  - to supply it, from Java: component.instantiate(Imports.builder().")
        .append(isInstance ? "instance" : "func")
        .append("(\"" + Printable.line(first) + "\", …)")
        .append(names.size() > 1 ? " … " : "")
        .append(".build())")
        .append("\n  - to see its types: mortise inspect " + Printable.line(file.toString()));
    String where =
        names.size() == 1
            ? "import " + first
            : names.size() + " imports, of which " + first + " is the first";
    return new LinkException(
        Diagnostic.of("missing-import", where)
            .because("the command line cannot supply what the component imports")
            .withHint(wit.substring(1) + "\n" + todo));
  }

  private static boolean canTrap(ExternType type) {
    return type instanceof FuncType
        || type instanceof InstanceType
        || type instanceof ExternType.Type;
  }

  private static void describe(StringBuilder wit, String name, ExternType type) {
    if (type instanceof InstanceType instance) {
      wit.append("\n  ").append(Printable.line(name));
      instance
          .exports()
          .forEach(
              (export, item) -> {
                if (!(item instanceof ExternType.Type)) {
                  wit.append("\n    ")
                      .append(Printable.line(export))
                      .append(": ")
                      .append(WitTypes.describe(item));
                }
              });
    } else {
      wit.append("\n  ").append(Printable.line(name)).append(": ").append(WitTypes.describe(type));
    }
  }
}
