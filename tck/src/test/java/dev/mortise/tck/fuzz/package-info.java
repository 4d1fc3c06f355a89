/** Changes components at random and looks what the loader does with them. */
@NullMarked
package dev.mortise.tck.fuzz;

import org.jspecify.annotations.NullMarked;
