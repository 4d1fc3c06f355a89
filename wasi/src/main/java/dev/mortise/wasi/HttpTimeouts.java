package dev.mortise.wasi;

import java.time.Duration;

/**
 * How long a component may take for a request.
 *
 * @param answer until its answer begins
 * @param idle until it writes more of a body, or ends when it has answered
 */
public record HttpTimeouts(Duration answer, Duration idle) {
  /** A minute until it answers, and half a minute between bytes. */
  public static final HttpTimeouts DEFAULT =
      new HttpTimeouts(Duration.ofMinutes(1), Duration.ofSeconds(30));

  public HttpTimeouts {
    if (!answer.isPositive() || !idle.isPositive()) {
      throw new IllegalArgumentException("a timeout is positive: " + answer + ", " + idle);
    }
  }
}
