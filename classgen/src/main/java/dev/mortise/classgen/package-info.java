/**
 * Turns a validated component into JVM classes: typed interfaces and data types, and the code that
 * lifts and lowers their values without boxing. Entry: {@link dev.mortise.classgen.TypedComponent}.
 */
@NullMarked
package dev.mortise.classgen;

import org.jspecify.annotations.NullMarked;
