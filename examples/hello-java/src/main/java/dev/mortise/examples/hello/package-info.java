/**
 * A Java program that loads a component, gives it its import as a lambda and calls it: {@link
 * dev.mortise.examples.hello.Hello}.
 */
@NullMarked
package dev.mortise.examples.hello;

import org.jspecify.annotations.NullMarked;
