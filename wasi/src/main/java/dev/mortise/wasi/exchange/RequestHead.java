package dev.mortise.wasi.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A request without its body.
 *
 * @param method such as {@code GET}
 * @param pathWithQuery such as {@code /a?b=c}
 * @param scheme {@code http} or {@code https}
 * @param authority the host that was asked, with a port where the client has named one
 * @param headers in the order in which they came
 */
public record RequestHead(
    String method,
    Optional<String> pathWithQuery,
    Optional<String> scheme,
    Optional<String> authority,
    List<HttpField> headers) {
  public RequestHead {
    headers = List.copyOf(headers);
  }
}
