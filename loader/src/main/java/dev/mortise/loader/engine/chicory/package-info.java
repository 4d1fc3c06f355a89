/**
 * The one adapter of the engine's seam, for Chicory. No type of Chicory is visible outside of it.
 * Entry: {@link dev.mortise.loader.engine.chicory.ChicoryEngine}. May import engine, core and
 * error.
 */
@NullMarked
package dev.mortise.loader.engine.chicory;

import org.jspecify.annotations.NullMarked;
