package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.runtime.error.MortiseException;

/** What stands behind a name that is no file. */
sealed interface Content {
  /** A component that was registered. */
  record Component(Target.Registered target) implements Content {}

  /** A JavaScript module that was registered. */
  record Text(Target.Text target) implements Content {}

  /** One interface of a component. */
  record Interface(Target.Interface target) implements Content {}

  /** Another name for a module. */
  record Alias(Target target) implements Content {}

  /** The dynamic imports of a module for which the import map has a scope. */
  record Loader(FilePath owner) implements Content {}

  /** Nothing at all: by it one can tell that this file system is in use. */
  record Probe() implements Content {}

  /** Why there is no such module. */
  record Failure(MortiseException why) implements Content {}
}
