/**
 * Values in and out of components: the programs of {@code abi.recipe} run on {@link
 * dev.mortise.runtime.value.ComponentValue}s, and {@link dev.mortise.runtime.abi.FuncAbi}, which
 * holds all that a function needs for its calls.
 *
 * <p>In: a function type, canonical options, and at run time a context with the memory, {@code
 * realloc} and the handles of an instance. Out: core values and component values, or a trap. Entry:
 * {@link dev.mortise.runtime.abi.FuncAbi}. May import {@code type}, {@code core}, {@code value},
 * {@code engine} and {@code error}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.abi;
