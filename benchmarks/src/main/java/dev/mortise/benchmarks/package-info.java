/**
 * Measures with JMH what calls and instances cost: each operation by each {@link
 * dev.mortise.benchmarks.CallPath}. The guests stand in the folder {@code guests}; {@code
 * README.md} says how to run this, and how to read what it says.
 */
@NullMarked
package dev.mortise.benchmarks;

import org.jspecify.annotations.NullMarked;
