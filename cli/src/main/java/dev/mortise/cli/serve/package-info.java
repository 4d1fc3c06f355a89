/**
 * The verb {@code serve}: an HTTP server whose requests a component answers. The entry is {@link
 * dev.mortise.cli.serve.ComponentServer}.
 *
 * <p>In: a component that is linked, and settings. Out: answers, and lines for a log. It alone uses
 * Jetty, which only this verb has on its class path; what is done with a request is {@code
 * dev.mortise.wasi}'s.
 */
@NullMarked
package dev.mortise.cli.serve;

import org.jspecify.annotations.NullMarked;
