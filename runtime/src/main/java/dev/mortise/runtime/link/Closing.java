package dev.mortise.runtime.link;

import dev.mortise.runtime.glue.HostFailures;

/** The destructor of resources that are Java objects. */
public final class Closing {
  private Closing() {}

  /** Closes an object that can be. */
  public static void close(Object resource) {
    if (resource instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw HostFailures.trap("resource.drop", e, Closing.class.getName()::equals);
      }
    }
  }
}
