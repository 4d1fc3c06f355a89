package dev.mortise.loader.engine;

import dev.mortise.loader.core.CoreExternType;

/** A global; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreGlobal extends CoreExtern {

  @Override
  CoreExternType.Global type();
}
