/**
 * Bodies of HTTP messages, on their way between a component and the network, and what may go wrong
 * with them.
 *
 * <p>In: streams, and what {@code java.net.http} receives. Out: streams of {@code wasi:io}. Each
 * keeps a bounded number of bytes. Imports {@code io} and {@code exchange}.
 */
@NullMarked
package dev.mortise.wasi.bodies;

import org.jspecify.annotations.NullMarked;
