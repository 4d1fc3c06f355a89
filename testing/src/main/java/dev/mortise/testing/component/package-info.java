/**
 * The component under test: read and compiled once in a process, instantiated for each test with
 * the imports that the test has. Entry: {@link dev.mortise.testing.component.Subject}. May import
 * {@code mock}, {@code words} and what {@code classgen}, {@code loader} and {@code runtime} export.
 */
@NullMarked
package dev.mortise.testing.component;

import org.jspecify.annotations.NullMarked;
