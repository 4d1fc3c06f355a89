/**
 * Makes valid components by chance, with an encoder and a flattening of its own, so that the loader
 * is checked by other code than itself. Entry: {@link
 * dev.mortise.tck.generate.ComponentGenerator#generate}.
 */
@NullMarked
package dev.mortise.tck.generate;

import org.jspecify.annotations.NullMarked;
