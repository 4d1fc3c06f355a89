/**
 * What an HTTP server hands to a component, and takes from it: the entry is {@link
 * dev.mortise.wasi.exchange.HttpExchange}, which a server implements.
 *
 * <p>Data and one interface; it imports nothing of ours.
 */
@NullMarked
package dev.mortise.wasi.exchange;

import org.jspecify.annotations.NullMarked;
