/**
 * Functions that have no form in Java: asynchronous ones, and those with types that Java has no
 * class for. Their values pass without types, and the interpreter runs them. Entry: {@link
 * dev.mortise.jsbridge.untyped.ValueEntry} for calls of the component's, {@link
 * dev.mortise.jsbridge.untyped.ValueHost} for calls that it makes; {@link
 * dev.mortise.jsbridge.untyped.ValueTypes} is what both know. Exported as {@code entry} is, and for
 * the same reason. May import {@code entry}, {@code loader}, {@code runtime} and polyglot.
 */
@NullMarked
package dev.mortise.jsbridge.untyped;

import org.jspecify.annotations.NullMarked;
