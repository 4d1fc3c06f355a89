package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;

/** An exception tag; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreTag extends CoreExtern {

  @Override
  CoreExternType.Tag type();
}
