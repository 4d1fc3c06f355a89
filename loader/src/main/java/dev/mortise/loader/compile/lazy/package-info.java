/**
 * Core modules whose functions become JVM classes one by one, when they are first called: the
 * bodies are parsed and compiled then, by several threads, and what was made is kept in a cache if
 * there is one. Entry: {@link dev.mortise.loader.compile.lazy.TieredEngine}. May import {@code
 * loader.compile}, {@code loader.cache} and {@code runtime.engine.chicory}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.compile.lazy;
