package dev.mortise.runtime.instance;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.Destructor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource type at run time (CanonicalABI.md, "Resource State"): defined by a component instance,
 * with numbers as representations, or by the host, with Java objects.
 */
public final class RuntimeResource {
  private final String name;
  private final @Nullable RuntimeInstance definer;
  private final @Nullable CoreFunction destructor;
  private final @Nullable Consumer<Object> hostDestructor;

  /** The destructor once it was called: for many resources it never is. */
  private @Nullable Destructor typedDestructor;

  private RuntimeResource(
      String name,
      @Nullable RuntimeInstance definer,
      @Nullable CoreFunction destructor,
      @Nullable Consumer<Object> hostDestructor) {
    this.name = name;
    this.definer = definer;
    this.destructor = destructor;
    this.hostDestructor = hostDestructor;
  }

  static RuntimeResource guest(
      String name, RuntimeInstance definer, @Nullable CoreFunction destructor) {
    return new RuntimeResource(name, definer, destructor, null);
  }

  /**
   * A resource type of the host.
   *
   * @param destructor called once with the representation when its owner drops it
   */
  public static RuntimeResource host(String name, @Nullable Consumer<Object> destructor) {
    return new RuntimeResource(name, null, null, destructor);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The instance that defines it, or null for the host. */
  @Nullable RuntimeInstance definer() {
    return definer;
  }

  /** Whether a component defines it. */
  boolean isGuest() {
    return definer != null;
  }

  String describe() {
    return (definer == null ? "host" : "guest") + "-defined resource";
  }

  /**
   * Runs the destructor.
   *
   * @param caller the instance that drops the last handle, or null for the host
   */
  void destroy(Object rep, @Nullable RuntimeInstance caller) {
    if (hostDestructor != null) {
      hostDestructor.accept(rep);
    } else if (definer != null && destructor != null) {
      destroy(definer, destructor, ((Number) rep).intValue(), caller);
    }
  }

  private void destroy(
      RuntimeInstance instance, CoreFunction function, int rep, @Nullable RuntimeInstance caller) {
    Destructor direct = typedDestructor;
    if (direct == null) {
      direct = function.destructor();
      typedDestructor = direct;
    }
    EntryPath path = instance.path(caller);
    Task entered = instance.enter(path);
    try {
      direct.call(rep);
    } catch (Throwable e) {
      RuntimeException ours = function.leaving(e);
      instance.poison(ours);
      throw ours;
    } finally {
      instance.exit(entered, path);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
