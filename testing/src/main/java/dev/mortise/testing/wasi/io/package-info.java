/**
 * What a component waits for, reads from and writes to, as {@code wasi:io} has it. Entry: {@link
 * dev.mortise.testing.wasi.io.ByteSource}, {@link dev.mortise.testing.wasi.io.ByteSink}, {@link
 * dev.mortise.testing.wasi.io.Pollable}. In and out: bytes. Imports nothing of Mortise.
 */
@NullMarked
package dev.mortise.testing.wasi.io;

import org.jspecify.annotations.NullMarked;
