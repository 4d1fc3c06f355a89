/**
 * A small encoder of components for tests and generators. {@code ComponentBytes} and {@code
 * CoreModuleBytes} put definitions into sections; {@code TypeBytes}, {@code ExternBytes}, {@code
 * AliasBytes}, {@code InstanceBytes} and {@code CanonBytes} make what stands in them, one class per
 * section of Binary.md. Nothing is checked: writing what is wrong is the point.
 */
@NullMarked
package dev.mortise.loader.encode;

import org.jspecify.annotations.NullMarked;
