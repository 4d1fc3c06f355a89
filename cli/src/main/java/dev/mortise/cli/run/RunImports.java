package dev.mortise.cli.run;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.wasi.Wasi;
import dev.mortise.wasi.WasiComponents;
import dev.mortise.wasi.config.WasiConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line supplies to a component that it runs: the one place where imports come
 * from. It is closed when the run is over.
 */
public final class RunImports implements AutoCloseable {
  private final boolean trapMissing;
  private final WasiConfig granted;
  private @Nullable Wasi wasi;

  /**
   * Imports.
   *
   * @param trapMissing whether a function that is missing traps when it is called
   * @param granted what the component may use by way of WASI
   */
  public RunImports(boolean trapMissing, WasiConfig granted) {
    this.trapMissing = trapMissing;
    this.granted = granted;
  }

  /**
   * Instantiates a component.
   *
   * @param file where it comes from, for errors
   * @throws LinkException when something is missing, with what to do then
   */
  public Instance instantiate(Component component, Path file) {
    try {
      // The classes of a component take a moment to make, which only objects of Java are worth.
      if (component.imports().keySet().stream().noneMatch(name -> name.startsWith("wasi:"))) {
        return component.instantiate(others());
      }
      Wasi host = Wasi.of(granted);
      wasi = host;
      return WasiComponents.typed(component, String.valueOf(file.getFileName()))
          .link(others().or(host.imports()))
          .instantiateBoth()
          .instance();
    } catch (LinkException e) {
      throw MissingImports.explain(e, component, file);
    }
  }

  /** What is supplied besides WASI. */
  Imports others() {
    Imports.Builder imports = Imports.builder();
    if (trapMissing) {
      imports.trapMissing();
    }
    return imports.build();
  }

  /** What is granted. */
  WasiConfig granted() {
    return granted;
  }

  @Override
  public void close() {
    Wasi open = wasi;
    if (open != null) {
      open.close();
    }
  }
}
