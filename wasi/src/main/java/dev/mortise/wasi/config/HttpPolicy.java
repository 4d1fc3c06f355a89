package dev.mortise.wasi.config;

import java.net.URI;

/** Where a component may send HTTP requests: {@code wasi:http/outgoing-handler}. */
@FunctionalInterface
public interface HttpPolicy {
  /** Nowhere. */
  HttpPolicy NONE = uri -> false;

  /**
   * Whether it may send a request.
   *
   * @param uri the whole address, with scheme {@code http} or {@code https}
   */
  boolean maySend(URI uri);
}
