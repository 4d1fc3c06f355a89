/**
 * Makes a component an ES module in GraalJS, with its own imports resolved in the same module
 * graph.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.esmintegration;

import org.jspecify.annotations.NullMarked;
