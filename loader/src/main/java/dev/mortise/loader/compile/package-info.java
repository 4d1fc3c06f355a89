/**
 * Core modules to JVM classes, when they are loaded: the engine's compiler, what is changed in its
 * classes, and the abstract class for each signature by which they call and are called. Entry:
 * {@link dev.mortise.loader.compile.ChicoryCompiler}. Also what making classes has in common:
 * loaders that can go, a dump, words for core values. May import {@code runtime.engine.chicory}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.compile;
