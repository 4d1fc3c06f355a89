/**
 * {@code wasi:io}: waiting, and streams of bytes.
 *
 * <p>In: Java's streams, and sources and sinks of other packages. Out: objects of the interfaces of
 * {@code wit.wasi.io.v0_2}. A thread that waits is parked; nothing is asked twice without a reason.
 * Imports the contracts, and errors of {@code dev.mortise.runtime}.
 */
@NullMarked
package dev.mortise.wasi.io;

import org.jspecify.annotations.NullMarked;
