/**
 * Measures with JMH what a call and an instantiation cost, each beside the engine's own for the
 * same core module. The guests stand as text beside their binaries in the resources. {@code run.sh}
 * runs them.
 */
@NullMarked
package dev.mortise.benchmarks;

import org.jspecify.annotations.NullMarked;
