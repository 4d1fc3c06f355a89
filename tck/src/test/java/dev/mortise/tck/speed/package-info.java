/** How long validation takes. */
@NullMarked
package dev.mortise.tck.speed;

import org.jspecify.annotations.NullMarked;
