package dev.mortise.cli.serve;

import dev.mortise.wasi.HttpTimeouts;
import java.time.Duration;

/**
 * How a server serves.
 *
 * @param address the name or address to listen at
 * @param port the port, or 0 for any that is free
 * @param headerTimeout how long the head of a request may take from its first byte on
 * @param idleTimeout how long a connection may be quiet, within a body or between requests
 * @param answerTimeout how long a component may take until its answer begins
 * @param grace how long requests have to end when the server stops
 * @param headerBytes how long the head of a request may be
 * @param bodyBytes how long its body may be
 * @param requests how many are answered at a time; those beyond are told to come back
 * @param connections how many there are at a time; those beyond wait to be accepted
 */
public record ServeSettings(
    String address,
    int port,
    Duration headerTimeout,
    Duration idleTimeout,
    Duration answerTimeout,
    Duration grace,
    int headerBytes,
    long bodyBytes,
    int requests,
    int connections) {
  HttpTimeouts componentTimeouts() {
    return new HttpTimeouts(answerTimeout, idleTimeout);
  }
}
