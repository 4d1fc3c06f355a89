/**
 * The types of core WebAssembly as far as a component can see them: what core modules import and
 * export.
 *
 * <p>Imports nothing but {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.core;
