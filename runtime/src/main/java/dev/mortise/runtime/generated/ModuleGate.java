package dev.mortise.runtime.generated;

import java.util.Set;

/**
 * The class loader of a module of a layer of components: by it, generated code and the layer reach
 * one another through packages that the module does not export.
 */
public interface ModuleGate {
  /**
   * Hands the module's component to the layer, from the initializer of a generated class.
   *
   * @throws IllegalArgumentException when the component is not of this class loader
   */
  void enter(GeneratedComponent component);

  /** The names of the Java interfaces that the component exports; none of another module. */
  Set<String> exports();

  /**
   * What the layer's instance of the component exports.
   *
   * @param contract one of these interfaces, as the component's module sees it
   * @return an object of it
   */
  Object export(Class<?> contract);
}
