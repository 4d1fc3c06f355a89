/** Java programs that run JavaScript, which imports components. */
@NullMarked
package dev.mortise.examples.esm;

import org.jspecify.annotations.NullMarked;
