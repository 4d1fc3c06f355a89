/**
 * What generated code calls between the core values of a component and Java's own types: strings,
 * lists, numbers, and what Java code throws that a component called. It does what the operations of
 * {@code abi.recipe} say, on Java's types instead of {@code ComponentValue}s.
 *
 * <p>For generated code alone; nothing here checks what the generator has made sure of. May import
 * view, instance, abi, engine, value and error.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.glue;
