/**
 * Gives components the WASI interfaces: 0.2 first, then 0.3, and preview 1 for core modules.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.wasi;

import org.jspecify.annotations.NullMarked;
