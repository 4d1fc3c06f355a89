/**
 * Compiled code on disk: one file for each core module, with the classes of the functions that have
 * run so far. Entry: {@link dev.mortise.loader.cache.CodeCache}; in: a {@link
 * dev.mortise.loader.cache.CacheKey}, out: a {@link dev.mortise.loader.cache.CodeEntry} to read
 * from and to add to. A file is whole or it is not there, and is believed only if nobody else can
 * have written it. Imports nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.loader.cache;
