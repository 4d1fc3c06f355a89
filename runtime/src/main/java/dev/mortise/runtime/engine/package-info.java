/**
 * The seam to the engine that runs core WebAssembly: modules, instances, functions, memories.
 *
 * <p>Nothing outside {@code engine.chicory} may name a type of the engine itself. May import {@code
 * core} and {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.engine;
