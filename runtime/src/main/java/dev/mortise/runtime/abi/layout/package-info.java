/**
 * What a type looks like to core WebAssembly: its alignment and size in memory, its flat core
 * types, and the core signature of a function (CanonicalABI.md, "Despecialization" to "Element
 * Size", and "Flattening").
 *
 * <p>In: resolved types and canonical options. Out: numbers and core types. Entry: {@link
 * dev.mortise.runtime.abi.layout.TypeLayouts}. May import {@code type} and {@code core}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.abi.layout;
