package dev.mortise.loader.engine;

import dev.mortise.loader.core.CoreExternType;

/** A table; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreTable extends CoreExtern {

  @Override
  CoreExternType.Table type();
}
