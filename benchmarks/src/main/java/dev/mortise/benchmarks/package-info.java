/**
 * Measures with JMH what a call, a load and an instantiation cost.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.benchmarks;

import org.jspecify.annotations.NullMarked;
