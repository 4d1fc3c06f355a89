package dev.mortise.loader.engine;

import dev.mortise.loader.core.CoreExternType;

/** An exception tag; opaque to components, which only pass it between core modules. */
public non-sealed interface CoreTag extends CoreExtern {

  @Override
  CoreExternType.Tag type();
}
