/**
 * What a new version of a component means for code that was written against the old one. Entry:
 * {@link dev.mortise.loader.compat.Compatibility#compare}; in: two component types; out: a list of
 * {@link dev.mortise.loader.compat.Change}s, each with its place and whether it breaks. Imports of
 * the loader its types, names and errors, and the rules of subtyping for what bindings do not look
 * into.
 */
@NullMarked
package dev.mortise.loader.compat;

import org.jspecify.annotations.NullMarked;
