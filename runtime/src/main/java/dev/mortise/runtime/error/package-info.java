/**
 * What can go wrong, one exception per phase, and the {@link dev.mortise.runtime.error.Diagnostic}
 * that each of them carries.
 *
 * <p>Every message has one form: {@code [code] where: expected X, found Y; why (at offset 0x1a4,
 * component > import "a:b/c")}. Imports nothing of the loader.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.error;
