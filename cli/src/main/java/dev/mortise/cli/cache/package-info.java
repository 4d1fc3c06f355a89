/**
 * {@code mortise cache}: what is in the cache of compiled code, and what to do with it. Entry:
 * {@link dev.mortise.cli.cache.CacheCommand}. May import what {@code loader} exports.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.cli.cache;
