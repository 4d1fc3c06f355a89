/**
 * {@code wasi:filesystem}: the rules of descriptors, over {@code wasi.files}, which keeps them
 * inside of what is granted.
 */
@NullMarked
package dev.mortise.wasi.filesystem;

import org.jspecify.annotations.NullMarked;
