package dev.mortise.runtime.generated;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one instance of a component that a module provides as services: made at its first use, of
 * what other modules of its layer provide for its imports. The generated subclass looks services
 * up, since only the module that says {@code uses} may. For use by any thread; the instance runs
 * one call at a time.
 */
public abstract class SharedComponent {
  private final GeneratedComponent component;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean starting;
  private @Nullable Object world;

  /** For the generated subclass. */
  protected SharedComponent(GeneratedComponent component) {
    this.component = component;
  }

  /**
   * What modules of a layer provide.
   *
   * @param contract the interface of an import
   */
  protected abstract Iterable<?> services(ModuleLayer layer, Class<?> contract);

  /**
   * The instance: an object of the world.
   *
   * @throws LinkException with each import that nobody provides, or several; or when its providers
   *     ask for it while they are made
   */
  public final Object world() {
    lock.lock();
    try {
      if (world == null) {
        world = start();
      }
      return world;
    } finally {
      lock.unlock();
    }
  }

  private Object start() {
    String module = "module " + getClass().getModule().getName();
    if (starting) {
      throw new LinkException(
          Diagnostic.of("cyclic-start", module)
              .because("a provider of one of its imports asks for it while it waits for it")
              .withHint("Let the provider ask when it is called, not when it is made"));
    }
    starting = true;
    try {
      List<Object> objects = new ArrayList<>();
      List<Diagnostic> problems = new ArrayList<>();
      for (GeneratedImport wanted : component.wanted()) {
        Object found = provided(module, wanted, problems);
        if (found != null) {
          objects.add(found);
        }
      }
      if (!problems.isEmpty()) {
        throw new LinkException(problems);
      }
      return component.instantiate(objects.toArray());
    } finally {
      starting = false;
    }
  }

  private @Nullable Object provided(
      String module, GeneratedImport wanted, List<Diagnostic> problems) {
    ModuleLayer layer = getClass().getModule().getLayer();
    Class<?> contract = wanted.contract();
    List<Object> found = new ArrayList<>();
    services(layer, contract).forEach(found::add);
    if (found.size() == 1) {
      return found.get(0);
    }
    Diagnostic problem =
        found.isEmpty()
            ? Diagnostic.of("missing-provider", module + " > import " + wanted.name())
                .expecting("one provider of " + contract.getName(), "none")
                .because("no module that Java has resolved provides it")
                .withHint(
                    "Put a module that provides it on the module path, or instantiate the component"
                        + " with an object of your own")
            : Diagnostic.of("ambiguous-provider", module + " > import " + wanted.name())
                .expecting(
                    "one provider of " + contract.getName(),
                    found.size() + ": " + String.join(", ", providers(layer, contract.getName())))
                .because("which of them is meant is for the caller to say")
                .withHint(
                    "Leave all but one off the module path, or instantiate the component with the"
                        + " one that is meant");
    problems.add(problem);
    return null;
  }

  /** The modules of a layer and those above it that provide a service. */
  private static Set<String> providers(ModuleLayer layer, String service) {
    Set<String> names = new LinkedHashSet<>();
    List<ModuleLayer> level = List.of(layer);
    while (!level.isEmpty()) {
      for (ModuleLayer each : level) {
        each.modules().stream()
            .filter(
                module ->
                    module.getDescriptor().provides().stream()
                        .anyMatch(provides -> provides.service().equals(service)))
            .map(Module::getName)
            .sorted()
            .forEach(names::add);
      }
      level = level.stream().flatMap(each -> each.parents().stream()).distinct().toList();
    }
    return names;
  }
}
