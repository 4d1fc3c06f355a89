/**
 * {@code wasi:sockets} over Java's channels, as far as the policy allows. Virtual threads wait for
 * the network; what they bring waits, within bounds, for the component.
 */
@NullMarked
package dev.mortise.wasi.sockets;

import org.jspecify.annotations.NullMarked;
