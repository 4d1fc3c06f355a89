package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.name.Nearest;
import java.lang.module.ModuleFinder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be wrong with the wiring, in words. */
final class Problems {
  private Problems() {}

  static Diagnostic unknownRoot(String root, Collection<String> found) {
    String nearest = Nearest.of(root, found);
    return Diagnostic.of("unknown-module", "root " + root)
        .expecting(
            "a module on the path",
            found.isEmpty() ? "an empty path" : "only " + String.join(", ", found))
        .withHint(nearest == null ? null : "Did you mean " + nearest + "?");
  }

  static Diagnostic missingModule(FoundModule.Java by, String required, FoundModules path) {
    Diagnostic problem =
        Diagnostic.of(
                "missing-module", by.name() + " (" + by.location() + ") > requires " + required)
            .expecting("a module of that name on the path or in a parent layer", "none");
    if (ModuleFinder.ofSystem().find(required).isPresent()) {
      return problem
          .because("the JDK has it, but Java was started without it")
          .withHint("Start Java with --add-modules " + required);
    }
    for (FoundComponent component : path.components()) {
      boolean declares =
          component.model().topLevel().stream()
              .anyMatch(declared -> declared.name().packageName().equals(required));
      if (declares) {
        return problem
            .because(
                "component "
                    + component.name()
                    + " declares interfaces of that package, but nothing that is resolved needs it")
            .withHint(
                "Make the component a root (--add-modules "
                    + component.name()
                    + "), or put the jar that mortise bindgen makes of the package on the path");
      }
    }
    String nearest = Nearest.of(required, path.modules().keySet());
    return problem.withHint(
        nearest == null
            ? "Put it on the path; a component is a module of its file's name: text-c.wasm is"
                + " text.c"
            : "Did you mean " + nearest + "?");
  }

  static Diagnostic missing(
      FoundComponent importer, JavaModel.Import wanted, Map<String, FoundComponent> exported) {
    String simple = wanted.type().simpleName();
    return at("missing-provider", importer, wanted)
        .expecting("one provider of " + wanted.type(), "none")
        .because(near(wanted.wit(), exported))
        .withHint(
            wanted.wit().isEmpty()
                ? "Put a Java module on the path that provides "
                    + wanted.type()
                    + ", or bind an object: bind("
                    + String.join(".", wanted.type().simpleNames())
                    + ".class, …)"
                : "Put a component that exports it on the path, or a Java module that provides "
                    + wanted.type()
                    + ", or bind an object: bind("
                    + simple
                    + ".class, …)");
  }

  /** What there is instead: the same interface of another version track, or a name that is near. */
  private static String near(String wit, Map<String, FoundComponent> exported) {
    String bare = withoutVersion(wit);
    String other =
        exported.entrySet().stream()
            .filter(e -> withoutVersion(e.getKey()).equals(bare))
            .map(e -> e.getKey() + " of " + e.getValue().name())
            .collect(Collectors.joining(", "));
    if (!other.isEmpty()) {
      return "there is " + other + ", and the two versions are not compatible";
    }
    // The namespace is the same for most, and would make all of them near.
    Map<String, String> names = new TreeMap<>();
    exported.keySet().forEach(name -> names.put(withoutNamespace(name), name));
    String near = Nearest.of(withoutNamespace(wit), names.keySet());
    String nearest = near == null ? null : names.get(near);
    FoundComponent has = nearest == null ? null : exported.get(nearest);
    return nearest == null || has == null
        ? "no module on the path or in a parent layer has it"
        : "the nearest is " + nearest + " of " + has.name();
  }

  private static String withoutNamespace(String wit) {
    String bare = withoutVersion(wit);
    return bare.substring(bare.indexOf(':') + 1);
  }

  private static String withoutVersion(String wit) {
    int at = wit.indexOf('@');
    return at < 0 ? wit : wit.substring(0, at);
  }

  static Diagnostic ambiguous(
      FoundComponent importer, JavaModel.Import wanted, List<Provider> candidates) {
    String names =
        candidates.stream().map(Provider::inWords).sorted().collect(Collectors.joining(", "));
    return at("ambiguous-provider", importer, wanted)
        .expecting("one provider of " + wanted.type(), candidates.size() + ": " + names)
        .because("which of them is meant is for the caller to say")
        .withHint(
            "Choose one: wire(\"%1$s\", \"%2$s\", \"%3$s\"), on the command line --wire %1$s=%2$s=%3$s"
                .formatted(
                    importer.name(),
                    wanted.wit(),
                    candidates.stream().map(Provider::name).sorted().findFirst().orElseThrow()));
  }

  static Diagnostic wrongChoice(
      FoundComponent importer,
      JavaModel.Import wanted,
      Request.Choice choice,
      List<Provider> candidates) {
    return at("wrong-choice", importer, wanted)
        .expecting(
            "one of "
                + candidates.stream()
                    .map(Provider::name)
                    .sorted()
                    .collect(Collectors.joining(", ", "[", "]")),
            choice.provider())
        .because("the chosen module does not provide " + wanted.type());
  }

  static Diagnostic unusedChoice(Request.Choice choice) {
    return Diagnostic.of("unused-choice", "wire " + choice.importer())
        .expecting("a resolved component with the import " + choice.wit(), "none")
        .withHint("Leave the choice out, or correct its names");
  }

  static Diagnostic missingFunction(
      FoundComponent importer,
      JavaModel.Import wanted,
      FoundComponent provider,
      List<String> functions,
      Collection<String> has) {
    return at("missing-function", importer, wanted)
        .expecting(
            String.join(", ", functions) + " of " + provider.name() + " (" + provider.file() + ")",
            has.isEmpty() ? "no function" : "only " + String.join(", ", has))
        .because("what is imported must be among what is exported")
        .withHint("Build the importer against the provider's version of the interface");
  }

  static Diagnostic cycle(List<String> path) {
    return Diagnostic.of("cyclic-imports", String.join(" → ", path))
        .because("of components that need one another none can be instantiated first")
        .withHint(
            "Bind an object for one of these imports, or put its provider into a parent layer");
  }

  private static Diagnostic at(String code, FoundComponent importer, JavaModel.Import wanted) {
    return Diagnostic.of(
        code, importer.name() + " (" + importer.file() + ") > import " + Wire.what(wanted));
  }
}
