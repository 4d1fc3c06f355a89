/**
 * Runs the conformance suites of the component model and keeps the table of what passes.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.tck;

import org.jspecify.annotations.NullMarked;
