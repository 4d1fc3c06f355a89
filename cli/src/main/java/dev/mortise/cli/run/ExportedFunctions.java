package dev.mortise.cli.run;

import static java.util.stream.Collectors.joining;

import dev.mortise.loader.wave.WaveCall;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The functions that a component exports, by itself and in its instances, and their names. */
public final class ExportedFunctions {
  private final List<ExportedFunction> all = new ArrayList<>();

  public ExportedFunctions(Map<String, ExternType> exports) {
    addAll(List.of(), exports);
  }

  private void addAll(List<String> path, Map<String, ExternType> exports) {
    exports.forEach(
        (name, type) -> {
          if (type instanceof FuncType func) {
            all.add(new ExportedFunction(path, name, func));
          } else if (type instanceof InstanceType instance) {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            addAll(below, instance.exports());
          }
        });
  }

  /** All of them, in the order of the component. */
  public List<ExportedFunction> all() {
    return List.copyOf(all);
  }

  /**
   * Finds what a call names. The instance may be named in full, under a compatible version, without
   * its version, by its interface alone, or not at all when only one has such a function.
   *
   * @throws CallException when there is no such function, or several are meant
   */
  public ExportedFunction find(WaveCall call) {
    List<ExportedFunction> found = candidates(call);
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw unknown(call.name(), call.function());
    }
    throw new CallException(
        Diagnostic.of("ambiguous-function", "call of " + call.name())
            .expecting("one function", found.size() + " of that name")
            .withHint("Say which one:" + lines(found)));
  }

  /**
   * Finds a function by its name, as {@link #find(WaveCall)} does.
   *
   * @throws CallException when there is no such function, or several are meant
   */
  public ExportedFunction find(String name) {
    try {
      return find(WaveCall.parseName(name + "()"));
    } catch (ValueException e) {
      throw unknown(name, name);
    }
  }

  /** The shortest name under which {@link #find} finds a function. */
  public String shortName(ExportedFunction function) {
    List<String> names = new ArrayList<>(List.of(function.name()));
    if (!function.path().isEmpty()) {
      String instance = function.path().getLast();
      // A resource's function stands in brackets: a hash before it is easier to read than a dot.
      String separator = function.name().startsWith("[") ? "#" : ".";
      names.add(interfaceName(instance) + separator + function.name());
      names.add(withoutVersion(instance) + separator + function.name());
    }
    for (String name : names) {
      if (candidates(WaveCall.parseName(name + "()")).equals(List.of(function))) {
        return name;
      }
    }
    return function.fullName();
  }

  private List<ExportedFunction> candidates(WaveCall call) {
    String path = call.path();
    if (path == null) {
      List<ExportedFunction> own = named(call, f -> f.path().isEmpty());
      return own.isEmpty() ? named(call, f -> true) : own;
    }
    List<ExportedFunction> exact = named(call, f -> String.join("#", f.path()).equals(path));
    if (exact.isEmpty()) {
      exact =
          named(call, f -> f.path().size() == 1 && f.path().getFirst().equals(compatible(path)));
    }
    if (exact.isEmpty()) {
      exact = named(call, f -> !f.path().isEmpty() && isShortFor(path, f.path().getLast()));
    }
    return exact;
  }

  private List<ExportedFunction> named(WaveCall call, Predicate<ExportedFunction> where) {
    return all.stream().filter(f -> f.name().equals(call.function())).filter(where).toList();
  }

  /** The exported instance whose version is compatible to the one asked for; or the path again. */
  private String compatible(String path) {
    Map<String, String> instances = new LinkedHashMap<>();
    all.stream()
        .filter(f -> f.path().size() == 1)
        .forEach(f -> instances.put(f.path().getFirst(), f.path().getFirst()));
    String found = InterfaceVersions.find(path, instances);
    return found == null ? path : found;
  }

  private static boolean isShortFor(String path, String instance) {
    return path.equals(withoutVersion(instance)) || path.equals(interfaceName(instance));
  }

  private static String withoutVersion(String instance) {
    int version = instance.indexOf('@');
    return version < 0 ? instance : instance.substring(0, version);
  }

  private static String interfaceName(String instance) {
    String name = withoutVersion(instance);
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private CallException unknown(String name, String function) {
    Diagnostic diagnostic = Diagnostic.of("unknown-function", "call of " + name);
    if (all.isEmpty()) {
      return new CallException(
          diagnostic.expecting("a function that the component exports", "that it exports none"));
    }
    String nearest = Nearest.of(function, all.stream().map(ExportedFunction::name).toList());
    return new CallException(
        diagnostic
            .expecting("a function that the component exports", "none of that name")
            .withHint(
                (nearest == null ? "" : "Did you mean `" + nearest + "`? ")
                    + "It exports:"
                    + lines(all)));
  }

  private static String lines(List<ExportedFunction> functions) {
    return functions.stream().map(f -> "\n  " + f.wit()).collect(joining());
  }
}
