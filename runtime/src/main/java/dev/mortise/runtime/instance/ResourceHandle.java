package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.value.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A handle to a resource that the host holds, or that is on its way from one component to another.
 * Who owns it must close it or pass it on; passing it on ends it here.
 *
 * <p>Not for use by several threads at a time.
 */
public sealed class ResourceHandle implements Handle, AutoCloseable, Lender permits WatchedHandle {
  private final RuntimeResource resource;
  private final Object rep;
  private final boolean own;
  private int lends;
  private @Nullable String ended;

  ResourceHandle(RuntimeResource resource, Object rep, boolean own) {
    this.resource = resource;
    this.rep = rep;
    this.own = own;
  }

  /** A handle that owns the resource. */
  public static ResourceHandle own(RuntimeResource resource, Object rep) {
    return new ResourceHandle(resource, rep, true);
  }

  /** A handle that is valid until the call that it was made for returns. */
  static ResourceHandle borrow(RuntimeResource resource, Object rep) {
    return new ResourceHandle(resource, rep, false);
  }

  /** The resource type. */
  public RuntimeResource resource() {
    return resource;
  }

  /** Whether it owns the resource; else it borrows it. */
  public boolean isOwn() {
    return own;
  }

  /** Whether it can still be used. */
  public boolean isLive() {
    return ended == null;
  }

  /**
   * The Java object of a resource that the host defines.
   *
   * @throws CallException when the handle has ended, or the object is not of that class
   */
  public <T> T hostObject(Class<T> type) {
    requireLive();
    if (resource.definer() != null || !type.isInstance(rep)) {
      throw new CallException(
          Diagnostic.of("resource-type", "resource " + resource)
              .expecting(
                  "a " + type.getName(),
                  resource.definer() != null
                      ? "a resource of a component, whose inside is its own"
                      : "a " + rep.getClass().getName()));
    }
    return type.cast(rep);
  }

  /** What stands for the resource, after a check that the handle is live. */
  Object rep() {
    requireLive();
    return rep;
  }

  /** Gives up ownership to whoever gets the resource next. */
  Object take() {
    requireTakeable();
    end("it was passed on to another owner");
    return rep;
  }

  /** Checks that ownership can be given up. */
  void requireTakeable() {
    requireLive();
    if (!own) {
      throw new CallException(
          Diagnostic.of("resource-not-owned", "resource " + resource)
              .expecting("an own handle", "a borrow")
              .because("a borrow cannot be passed on as own"));
    }
    requireNotLent();
  }

  /** Ends a borrow: the call that it was for has returned. */
  void endBorrow() {
    if (!own && ended == null) {
      end("the call that it was lent for has returned");
    }
  }

  /** Notes that the handle cannot be used any more. */
  void end(String why) {
    ended = why;
  }

  @Override
  public void lend() {
    requireLive();
    lends++;
  }

  @Override
  public void giveBack() {
    lends--;
  }

  /**
   * Drops the handle: an own handle runs the resource's destructor, once. Closing a handle that has
   * ended does nothing.
   *
   * @throws CallException when the resource is lent to a call that has not returned
   */
  @Override
  public void close() {
    if (ended != null) {
      return;
    }
    requireNotLent();
    end("it was closed");
    if (own) {
      resource.destroy(rep, null);
    }
  }

  private void requireNotLent() {
    if (lends > 0) {
      throw new CallException(
          Diagnostic.of("resource-lent", "resource " + resource)
              .because("it is lent to a call that has not returned"));
    }
  }

  /** Checks that the handle can be used. */
  void requireLive() {
    if (ended != null) {
      throw new CallException(
          Diagnostic.of("resource-ended", "resource " + resource)
              .because("the handle cannot be used any more: " + ended));
    }
  }

  @Override
  public String toString() {
    return (own ? "own<" : "borrow<") + resource + ">" + (ended == null ? "" : " (" + ended + ")");
  }
}
