/**
 * What the classes that the engine compiles are linked to: typed functions, and the classes of a
 * module as a whole. For generated code, not for use by hand. May import {@code engine}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.engine.chicory.stub;
