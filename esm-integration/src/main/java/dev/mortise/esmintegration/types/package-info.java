/**
 * What a component, or a world of WIT, looks like in TypeScript. Entry: {@link
 * dev.mortise.esmintegration.types.Declarations#of}; in go types and what is said of them, out come
 * declaration files by name. May import WIT as {@code loader} has it, and the names of {@code
 * js-bridge}.
 */
@NullMarked
package dev.mortise.esmintegration.types;

import org.jspecify.annotations.NullMarked;
