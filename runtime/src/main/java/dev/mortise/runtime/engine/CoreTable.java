package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;

/** A table; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreTable extends CoreExtern {

  @Override
  CoreExternType.Table type();
}
