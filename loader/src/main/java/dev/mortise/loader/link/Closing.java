package dev.mortise.loader.link;

import dev.mortise.loader.glue.HostFailures;

/** The destructor of resources that are Java objects. */
final class Closing {
  private Closing() {}

  static void close(Object resource) {
    if (resource instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw HostFailures.trap("resource.drop", e, Closing.class.getName());
      }
    }
  }
}
