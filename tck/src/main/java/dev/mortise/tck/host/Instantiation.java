package dev.mortise.tck.host;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;

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
