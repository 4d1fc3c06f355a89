/**
 * Runs a component in a JUnit test with mocked imports, recorded calls and a virtual clock, file
 * system and network.
 *
 * <p>Nothing stands here yet.
 */
@NullMarked
package dev.mortise.testing;

import org.jspecify.annotations.NullMarked;
