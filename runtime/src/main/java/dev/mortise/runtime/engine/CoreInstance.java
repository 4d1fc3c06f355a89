package dev.mortise.runtime.engine;

import java.util.Map;

/** An instance of a core module. */
public interface CoreInstance {

  /** The exports by name, in the module's order. */
  Map<String, CoreExtern> exports();
}
