/**
 * Import maps, as the HTML standard has them ("Import maps", "Resolve a module specifier"). Entry:
 * {@link dev.mortise.esmintegration.importmap.ImportMap#parse}, and then {@link
 * dev.mortise.esmintegration.importmap.ImportMap#resolve}; in go the map's text and specifiers, out
 * come URLs, and what the bytes there have to be. May import {@code url} and the errors.
 */
@NullMarked
package dev.mortise.esmintegration.importmap;

import org.jspecify.annotations.NullMarked;
