package dev.mortise.tck.differential;

import dev.mortise.runtime.engine.CoreMemory;

/** Two components of which one calls the other, however they are run. */
interface Machine {
  /** The memory behind an exported function. */
  CoreMemory memory(String function);

  /** Calls an exported function without parameters or result. */
  Running.Outcome call(String function);
}
