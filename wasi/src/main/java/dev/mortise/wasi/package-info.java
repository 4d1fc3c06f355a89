/**
 * A host of WASI 0.2. The entries are {@link dev.mortise.wasi.Wasi}, which has all interfaces, and
 * {@link dev.mortise.wasi.WasiCommand}, which runs programs; what they grant is said by {@code
 * config}. Each package of WASI has one here.
 */
@NullMarked
package dev.mortise.wasi;

import org.jspecify.annotations.NullMarked;
