/**
 * A Java program that loads a component, gives it its import as a lambda and calls it.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.examples.hello;

import org.jspecify.annotations.NullMarked;
