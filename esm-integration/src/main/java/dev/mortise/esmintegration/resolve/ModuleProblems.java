package dev.mortise.esmintegration.resolve;

import dev.mortise.esmintegration.importmap.ImportMap.Resolution;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.name.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with a specifier, in words. */
public final class ModuleProblems {
  private ModuleProblems() {}

  /** Nothing says where the module is. */
  public static MortiseException notFound(Request request, Collection<String> registered) {
    boolean url = request.specifier().matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return new ComponentFindException(
        Diagnostic.of("module-not-found", request.inWords())
            .expecting(
                "an entry of the import map, or a registered component",
                nearest(request.specifier(), registered))
            .because(
                url
                    ? "the name says what the module is, not where"
                    : "a name that does not begin with /, ./ or ../ is no file")
            .withHint(hint(request.specifier())));
  }

  /** The line to add to the import map. */
  public static String hint(String specifier) {
    if (specifier.matches("[^:]*\\.(m?js|wasm|json)")) {
      return "A file beside the importer is \"./" + specifier + "\"";
    }
    String file = specifier.replaceFirst("@.*", "").replaceFirst(".*[:/]", "");
    return "In the import map: {\"imports\": {\""
        + specifier
        + "\": \"./"
        + (file.isEmpty() ? "component" : file)
        + ".wasm\"}}";
  }

  /** There is no such file. */
  public static MortiseException noSuchFile(Request request, String file) {
    boolean relative = request.specifier().startsWith(".");
    Diagnostic finding =
        Diagnostic.of("module-not-found", request.inWords())
            .expecting("a module at " + file, "no such file");
    return new ComponentFindException(
        relative && !file.matches(".*\\.[A-Za-z]+")
            ? finding.withHint("A specifier names the file in full, with its extension")
            : finding);
  }

  static MortiseException addressNotFound(
      Request request, Resolution.Mapped mapped, Collection<String> registered) {
    return new ComponentFindException(
        Diagnostic.of("module-not-found", request.inWords())
            .expecting(
                "a file, or a registered component",
                mapped.url() + ", " + nearest(mapped.url().toString(), registered))
            .because("the import map says so for \"" + mapped.key() + "\"")
            .withHint(
                "An address is relative to the import map: ./greeter.wasm; modules of other hosts"
                    + " are not loaded"));
  }

  static MortiseException blocked(Request request, Resolution.Blocked blocked) {
    return new ComponentResolutionException(
        Diagnostic.of("module-blocked", request.inWords())
            .expecting("an address in the import map", "null for \"" + blocked.key() + "\"")
            .because(
                "null, or an address that cannot be used, keeps the name from being imported"));
  }

  static MortiseException backtracked(Request request, Resolution.Backtracked away) {
    return new ComponentResolutionException(
        Diagnostic.of("module-blocked", request.inWords())
            .expecting("a module beneath " + away.address(), away.url().toString())
            .because(
                "the import map gives \""
                    + away.key()
                    + "\" that place, and ../ may not leave it"));
  }

  static MortiseException unusable(Request request, Resolution.Unusable unusable) {
    return new ComponentResolutionException(
        Diagnostic.of("module-blocked", request.inWords())
            .expecting("a URL relative to " + unusable.address(), "\"" + unusable.rest() + "\"")
            .because("the import map gives \"" + unusable.key() + "\" that address"));
  }

  static MortiseException ambiguous(Request request, Target module, List<String> exportNames) {
    return new ComponentResolutionException(
        Diagnostic.of("ambiguous-name", request.inWords())
            .expecting("the name of one interface", String.join(" and ", exportNames))
            .because(module.inWords() + " exports " + exportNames.size() + " of that name")
            .withHint("Say which by its full name: #" + exportNames.getFirst()));
  }

  static MortiseException noSuchInterface(
      Request request, Target module, String fragment, List<String> interfaces) {
    return new ComponentFindException(
        Diagnostic.of("no-such-interface", request.inWords())
            .expecting(
                interfaces.isEmpty()
                    ? "no fragment"
                    : interfaces.stream().map(i -> "#" + i).collect(Collectors.joining(" or ")),
                "#" + fragment)
            .because(
                "what follows # is an interface that the component exports, and "
                    + module.inWords()
                    + (interfaces.isEmpty() ? " exports none" : " exports no such")));
  }

  /** A module that is evaluated from its text waits for itself. */
  public static MortiseException textCycle(Target module, Collection<Target> importers) {
    String way =
        Stream.concat(importers.stream().dropWhile(t -> !t.equals(module)), Stream.of(module))
            .map(Target::inWords)
            .collect(Collectors.joining(" imports "));
    return new ComponentResolutionException(
        Diagnostic.of("module-cycle", module.inWords())
            .expecting("a module that imports none which imports it", "one that waits for itself")
            .because(way + ", and without file access each is evaluated after what it imports")
            .withHint("modules.configure(builder) lets them be found when they are imported"));
  }

  /** A file is not what the import map says that it has to be. */
  public static MortiseException wrongBytes(String file, String expected, String found) {
    return new ComponentResolutionException(
        Diagnostic.of("integrity-mismatch", file)
            .expecting(expected, found)
            .because("\"integrity\" of the import map says what the file has to be")
            .withSpec("Subresource Integrity: do bytes match metadataList")
            .withHint("If the file was meant to change, write what was found into the import map"));
  }

  /** A file that changed while it was loaded. */
  public static MortiseException gone(Target.Interface part) {
    return new ComponentFindException(
        Diagnostic.of("no-such-interface", part.component().inWords())
            .expecting(part.exportName(), "no such interface any more")
            .because("the file was replaced while it was imported"));
  }

  private static String nearest(String name, Collection<String> registered) {
    String near = Nearest.of(name, registered);
    if (near != null) {
      return "\"" + near + "\" at the nearest";
    }
    return registered.isEmpty() ? "none" : "none of that name";
  }
}
