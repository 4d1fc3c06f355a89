package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.jdkmodulelayer.contract.Surroundings;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import java.util.List;
import java.util.Map;

/**
 * What is to be resolved.
 *
 * @param around the path and what lies around the layer
 * @param roots the modules to begin with
 * @param bound the caller's objects, by the name of the Java interface
 * @param chosen the caller's choices
 */
public record Request(
    Surroundings around,
    List<String> roots,
    Map<String, Provider.Bound> bound,
    List<Choice> chosen) {
  public Request {
    roots = List.copyOf(roots);
    bound = Map.copyOf(bound);
    chosen = List.copyOf(chosen);
  }

  /**
   * A choice among several providers.
   *
   * @param importer the component that imports
   * @param wit the import's name in WIT
   * @param provider the module that shall supply it
   */
  public record Choice(String importer, String wit, String provider) {}

  FoundModules path() {
    return around.path();
  }
}
