/**
 * WASI preview 1 for core modules, over the interfaces of WASI 0.2: the entry is {@link
 * dev.mortise.wasi.preview1.Preview1}. A translation of numbers, structures and file positions;
 * what a program may do is decided by the objects behind it.
 */
@NullMarked
package dev.mortise.wasi.preview1;

import org.jspecify.annotations.NullMarked;
