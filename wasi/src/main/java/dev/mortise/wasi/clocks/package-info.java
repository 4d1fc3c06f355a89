/**
 * {@code wasi:clocks} over the clocks that a program grants. Imports {@code wasi.io} for what can
 * be waited for.
 */
@NullMarked
package dev.mortise.wasi.clocks;

import org.jspecify.annotations.NullMarked;
