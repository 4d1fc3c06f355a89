/**
 * The one adapter of the engine's seam, for Chicory. No type of Chicory is visible outside of it.
 * Entry: {@link dev.mortise.runtime.engine.chicory.ChicoryEngine}. May import engine, core and
 * error.
 */
@NullMarked
package dev.mortise.runtime.engine.chicory;

import org.jspecify.annotations.NullMarked;
