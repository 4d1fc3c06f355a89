package dev.mortise.cli.run;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import java.nio.file.Path;

/**
 * What the command line supplies to a component that it runs: the one place where imports come
 * from.
 *
 * @param trapMissing whether a function that is missing traps when it is called
 */
public record RunImports(boolean trapMissing) {

  /**
   * Instantiates a component.
   *
   * @param file where it comes from, for errors
   * @throws LinkException when something is missing, with what to do then
   */
  public Instance instantiate(Component component, Path file) {
    try {
      return component.instantiate(imports());
    } catch (LinkException e) {
      throw MissingImports.explain(e, component, file);
    }
  }

  private Imports imports() {
    Imports.Builder imports = Imports.builder();
    if (trapMissing) {
      imports.trapMissing();
    }
    return imports.build();
  }
}
