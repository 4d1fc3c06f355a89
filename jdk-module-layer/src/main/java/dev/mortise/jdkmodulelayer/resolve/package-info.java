/**
 * Wires imports to providers. Entry: {@link dev.mortise.jdkmodulelayer.resolve.Resolver}; in goes a
 * {@link dev.mortise.jdkmodulelayer.resolve.Request}, out comes a {@link
 * dev.mortise.jdkmodulelayer.resolve.Resolution}. May import {@code find}, {@code contract}, {@code
 * runtime} and the mapping of {@code classgen}.
 */
@NullMarked
package dev.mortise.jdkmodulelayer.resolve;

import org.jspecify.annotations.NullMarked;
