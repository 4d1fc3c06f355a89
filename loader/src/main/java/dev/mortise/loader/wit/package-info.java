/**
 * The WIT view of types: worlds, interfaces, functions and type definitions as text has them.
 *
 * <p>In: the resolved types of package {@code type}. Out: a model of WIT text of its own, its
 * printed form, and one-line descriptions for messages ({@link dev.mortise.runtime.type.WitTypes}).
 * May import {@code type}, {@code core} and {@code name}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.wit;
