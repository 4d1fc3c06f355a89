/**
 * A Java program that calls a component by an interface of its own: {@link
 * dev.mortise.examples.typed.HelloTyped}.
 */
@NullMarked
package dev.mortise.examples.typed;

import org.jspecify.annotations.NullMarked;
