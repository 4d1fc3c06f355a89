/**
 * The values of the component model: one immutable model, {@link
 * dev.mortise.runtime.value.ComponentValue}, for arguments, results and everything inside them.
 *
 * <p>In: plain Java objects with the WIT type they are meant for ({@link
 * dev.mortise.runtime.value.ValueConverter}). Out: values. May import {@code type}, {@code wit}
 * (for descriptions of types) and {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.value;
