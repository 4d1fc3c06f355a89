/**
 * What the classes that the engine compiles are linked to: typed functions, one abstract class per
 * signature. For generated code, in the engine's classes and in those that call them; not for use
 * by hand. May import {@code engine}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.engine.chicory.stub;
