/**
 * What a program grants to components: the entry is {@link dev.mortise.wasi.config.WasiConfig}.
 *
 * <p>Data, and questions to ask; it imports nothing of ours.
 */
@NullMarked
package dev.mortise.wasi.config;

import org.jspecify.annotations.NullMarked;
