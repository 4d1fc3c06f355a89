/** {@code wasi:cli}: arguments, environment, standard streams, terminals and exit. */
@NullMarked
package dev.mortise.wasi.cli;

import org.jspecify.annotations.NullMarked;
