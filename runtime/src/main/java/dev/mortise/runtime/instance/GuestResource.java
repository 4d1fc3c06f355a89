package dev.mortise.runtime.instance;

/** A resource of a component as a Java object: what generated classes of resources extend. */
public abstract class GuestResource implements AutoCloseable {
  private final ResourceHandle handle;

  /** An object for a handle. */
  protected GuestResource(Object handle) {
    this.handle = (ResourceHandle) handle;
  }

  /** The handle; no function of WIT is called like that. */
  public final ResourceHandle $handle() {
    return handle;
  }

  /** Drops the handle: {@link ResourceHandle#close()}. */
  @Override
  public final void close() {
    handle.close();
  }

  /** Equal is what has the same handle. */
  @Override
  public final boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof GuestResource resource && resource.handle == handle;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(handle);
  }

  @Override
  public final String toString() {
    return handle.toString();
  }
}
