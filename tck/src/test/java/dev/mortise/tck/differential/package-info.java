/**
 * Holds generated code against the interpreter: components by chance, each of them run both ways,
 * with values and with memory that no compiler would leave. Results, traps, memory and the calls of
 * {@code realloc} have to be the same.
 */
@NullMarked
package dev.mortise.tck.differential;

import org.jspecify.annotations.NullMarked;
