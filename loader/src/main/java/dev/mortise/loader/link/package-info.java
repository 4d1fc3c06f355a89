/**
 * Matching of what a component imports with what the host supplies. Entry: {@link
 * dev.mortise.loader.link.ImportMatcher#match}; in: a component's imports and {@link
 * dev.mortise.runtime.link.HostItem}s by name; out: a {@link
 * dev.mortise.loader.link.MatchedImports}; thrown: {@link dev.mortise.runtime.error.LinkException}
 * with all that is missing or does not fit, each with what was expected, what came nearest, and
 * what to do. May import instance, plan, validate, wit, name, value, type and error.
 */
@NullMarked
package dev.mortise.loader.link;

import org.jspecify.annotations.NullMarked;
