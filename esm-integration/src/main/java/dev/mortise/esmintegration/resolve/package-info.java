/**
 * Which module a specifier means. Entry: {@link
 * dev.mortise.esmintegration.resolve.ModuleResolver#resolve}; in goes a {@link
 * dev.mortise.esmintegration.resolve.Request}, out comes a {@link
 * dev.mortise.esmintegration.resolve.Target}, or an error that says what to do. May import {@code
 * url}, {@code importmap}, and of {@code runtime} types, names and errors.
 */
@NullMarked
package dev.mortise.esmintegration.resolve;

import org.jspecify.annotations.NullMarked;
