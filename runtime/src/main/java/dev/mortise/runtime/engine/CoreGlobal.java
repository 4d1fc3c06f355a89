package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;

/** A global; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreGlobal extends CoreExtern {

  @Override
  CoreExternType.Global type();
}
