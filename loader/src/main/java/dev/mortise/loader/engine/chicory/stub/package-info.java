/**
 * What the classes that the engine compiles are linked to: typed functions, one abstract class per
 * signature. For generated code, in the engine's classes and in those that call them, and what
 * making it has in common: its loaders, its dump; not for use by hand. May import {@code engine}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.engine.chicory.stub;
