package dev.mortise.tck.host;

import dev.mortise.loader.Component;
import dev.mortise.loader.Imports;
import dev.mortise.loader.Instance;

/** Who runs the lifting and lowering of a component's calls. */
interface Instantiation {
  /** The interpreter. */
  Instantiation INTERPRETER = (component, fileName, imports) -> component.instantiate(imports);

  /**
   * Makes an instance.
   *
   * @param fileName the component's file
   */
  Instance instantiate(Component component, String fileName, Imports imports);
}
