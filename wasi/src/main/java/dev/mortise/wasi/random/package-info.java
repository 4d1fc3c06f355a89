/** {@code wasi:random} over the generators that a program grants. */
@NullMarked
package dev.mortise.wasi.random;

import org.jspecify.annotations.NullMarked;
