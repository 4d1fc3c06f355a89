package dev.mortise.esmintegration;

import dev.mortise.esmintegration.bridge.Bridge;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Imports modules into one context, from Java. */
public final class ModuleLoader {
  private final Bridge bridge;

  ModuleLoader(Bridge bridge) {
    this.bridge = bridge;
  }

  /**
   * Imports a module as {@code import()} does, and runs what is left to do for it.
   *
   * @param specifier a name of the import map, a registered one, a {@code file:} URL or an absolute
   *     path; a relative one is relative to the working folder
   * @return its namespace object; empty when the module awaits at its top what never happens
   * @throws PolyglotException what the module throws, or why it was not found
   */
  public Optional<Value> load(String specifier) {
    return Optional.ofNullable(bridge.load(specifier));
  }
}
