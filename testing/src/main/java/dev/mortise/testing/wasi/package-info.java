/**
 * Virtual WASI 0.2 for tests: a clock that the test moves, random numbers from a seed, standard
 * streams, arguments, environment, exit and files, all in memory. Entry: {@link
 * dev.mortise.testing.wasi.Wasi}; a class {@code …Part} supplies the interfaces of one package of
 * WASI by plain values. In: what a test sets; out: {@link dev.mortise.runtime.Imports}, and what a
 * test reads. May import {@code io}, {@code files}, and what {@code loader} and {@code runtime}
 * export; nothing else of this module.
 */
@NullMarked
package dev.mortise.testing.wasi;

import org.jspecify.annotations.NullMarked;
