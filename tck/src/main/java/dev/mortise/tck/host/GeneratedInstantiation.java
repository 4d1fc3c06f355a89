package dev.mortise.tck.host;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import java.util.IdentityHashMap;
import java.util.Map;

/** Generated code, for all functions that there can be code for. */
final class GeneratedInstantiation implements Instantiation {
  private final Coverage coverage;
  private final Map<Component, TypedComponent> typed = new IdentityHashMap<>();

  GeneratedInstantiation(Coverage coverage) {
    this.coverage = coverage;
  }

  @Override
  public Instance instantiate(Component component, String fileName, Imports imports) {
    LinkedWorld world =
        typed
            .computeIfAbsent(
                component,
                c -> TypedComponent.of(c, fileName, GeneratedInstantiation.class.getClassLoader()))
            .link(imports);
    coverage.add(world);
    return world.instantiateBoth().instance();
  }
}
