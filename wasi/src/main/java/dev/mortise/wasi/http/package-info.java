/**
 * {@code wasi:http}: messages and their bodies, requests to others by {@code java.net.http}, and
 * the answers to those of an {@link dev.mortise.wasi.exchange.HttpExchange}.
 *
 * <p>The entries are {@link dev.mortise.wasi.http.HttpTypesHost} and {@link
 * dev.mortise.wasi.http.OutgoingHandlerHost}. Virtual threads wait for the network; what they bring
 * waits, within bounds, for the component. Imports {@code config}, {@code io} and {@code exchange}.
 */
@NullMarked
package dev.mortise.wasi.http;

import org.jspecify.annotations.NullMarked;
