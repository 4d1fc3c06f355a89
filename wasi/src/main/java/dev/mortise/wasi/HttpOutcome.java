package dev.mortise.wasi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param status what the client was told, or 0 when it could not be told anything
 * @param problem what went wrong, for those who run the server: a client does not get to know
 * @param cause the exception, where there was one
 */
public record HttpOutcome(int status, Optional<String> problem, @Nullable Throwable cause) {
  static HttpOutcome answered(int status) {
    return new HttpOutcome(status, Optional.empty(), /* cause= */ null);
  }

  static HttpOutcome failed(int status, String problem, @Nullable Throwable cause) {
    return new HttpOutcome(status, Optional.of(problem), cause);
  }
}
