/**
 * The resolved types of the component model: what a type index means once index spaces, aliases and
 * scopes are gone (Explainer.md, "Type Definitions").
 *
 * <p>In: nothing. Out: immutable {@link dev.mortise.runtime.type.ValType}s, function, instance and
 * component types. Made by the validator, read by every later stage. May import {@code core} and
 * {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.type;
