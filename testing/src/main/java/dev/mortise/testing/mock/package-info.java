/**
 * Mocks of what a component imports: what they answer, what they were called with, and what is
 * wrong when they are called otherwise. Entry: {@link dev.mortise.testing.mock.MockFactory} makes
 * them, {@link dev.mortise.testing.mock.MockState} is what each knows; {@code
 * dev.mortise.testing.Mocking} is how a test speaks to them. May import what {@code runtime}
 * exports, and Byte Buddy.
 */
@NullMarked
package dev.mortise.testing.mock;

import org.jspecify.annotations.NullMarked;
