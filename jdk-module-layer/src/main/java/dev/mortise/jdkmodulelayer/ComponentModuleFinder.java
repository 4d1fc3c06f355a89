package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.Surroundings;
import dev.mortise.jdkmodulelayer.define.FoundReferences;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.Diagnostic;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds components as modules, beside ordinary Java modules. It looks when it is first asked, and
 * remembers.
 *
 * <p>An entry of its path is a component's file, a jar, a folder of both, or a folder of classes
 * with a {@code module-info.class}. Of two modules of one name the first counts; in one folder
 * there may be but one. Core modules in a folder are no components, and passed over.
 *
 * <p>A component's module is named after its file, as an automatic module is after its jar: without
 * the ending, and with a dot for what may not be in a name, so that {@code text-c.wasm} is {@code
 * text.c}. Its descriptor is that which it will have in a layer: it requires the modules of the
 * declarations that it shares with others, exports the package of its world, and provides its world
 * and each interface that it exports. The modules of those declarations are found too, one for each
 * package of WIT and track of versions, unless a Java module has the package.
 *
 * <p>{@link LayerBuilder#finder} wires what it finds; for modules to work as components do, they
 * have to be defined by that.
 */
public final class ComponentModuleFinder implements ModuleFinder {
  private final List<Path> path;
  private @Nullable FoundModules found;
  private @Nullable Map<String, ModuleReference> references;

  private ComponentModuleFinder(List<Path> path) {
    this.path = List.copyOf(path);
  }

  /** A finder of what lies on a path. */
  public static ComponentModuleFinder of(Path... entries) {
    return new ComponentModuleFinder(List.of(entries));
  }

  /**
   * The components and Java modules of the path.
   *
   * @throws ComponentFindException with all that cannot be a module
   */
  synchronized FoundModules found() {
    FoundModules known = found;
    if (known == null) {
      known = FoundModules.of(path);
      found = known;
    }
    return known;
  }

  private synchronized Map<String, ModuleReference> references() {
    Map<String, ModuleReference> known = references;
    if (known == null) {
      try {
        FoundModules modules = found();
        List<Diagnostic> problems = new ArrayList<>();
        Surroundings around = new Surroundings(Set.of(), modules, List.of(LayerBuilder.ownLayer()));
        ContractPlan contracts = ContractPlan.of(modules.components(), around, problems);
        if (!problems.isEmpty()) {
          throw new ComponentFindException(problems);
        }
        known = FoundReferences.of(modules, contracts);
      } catch (ComponentFindException e) {
        throw new FindException(e.getMessage(), e);
      }
      references = known;
    }
    return known;
  }

  /**
   * Finds a module.
   *
   * @throws FindException when something on the path cannot be a module, or two components see one
   *     interface in ways that do not agree; the cause has all of it
   */
  @Override
  public Optional<ModuleReference> find(String name) {
    return Optional.ofNullable(references().get(name));
  }

  /**
   * Finds all modules.
   *
   * @throws FindException as {@link #find} does
   */
  @Override
  public Set<ModuleReference> findAll() {
    return new LinkedHashSet<>(references().values());
  }

  @Override
  public String toString() {
    return "components and modules of " + path;
  }
}
