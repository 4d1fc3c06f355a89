package dev.mortise.loader;

import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.Supplied;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Java class as a resource type: components hold handles to its objects, and see nothing of them.
 *
 * @param <T> the class of the objects
 */
public final class HostResource<T> implements Supplied {
  private final Class<T> type;
  private final RuntimeResource runtime;

  private HostResource(Class<T> type, @Nullable Consumer<Object> destructor) {
    this.type = type;
    this.runtime = RuntimeResource.host(type.getSimpleName(), destructor);
  }

  /** A resource type whose objects need no end. */
  public static <T> HostResource<T> of(Class<T> type) {
    return new HostResource<>(type, null);
  }

  /**
   * A resource type with a destructor.
   *
   * @param destructor called once for each object, when its owner drops it
   */
  public static <T> HostResource<T> of(Class<T> type, Consumer<T> destructor) {
    return new HostResource<>(type, rep -> destructor.accept(type.cast(rep)));
  }

  /** An owning handle to an object, to be returned or passed to a component. */
  public ResourceHandle own(T object) {
    return ResourceHandle.own(runtime, type.cast(object));
  }

  /** The class of the objects. */
  public Class<T> type() {
    return type;
  }

  @Override
  public HostItem hostItem() {
    return new HostItem.Resource(runtime);
  }
}
