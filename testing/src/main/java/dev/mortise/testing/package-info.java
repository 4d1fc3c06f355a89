/**
 * Unit tests that run the real component, with JUnit: its imports mocked, spied on, faked or played
 * back. Entry: {@link dev.mortise.testing.ComponentTest} for a test class, {@link
 * dev.mortise.testing.Mocking} for what is said to mocks. May import all other packages of this
 * module, JUnit's API, and what {@code classgen}, {@code loader} and {@code runtime} export.
 */
@NullMarked
package dev.mortise.testing;

import org.jspecify.annotations.NullMarked;
