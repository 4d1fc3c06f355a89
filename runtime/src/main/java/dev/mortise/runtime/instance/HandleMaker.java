package dev.mortise.runtime.instance;

/**
 * Makes the own handles that come to the host, such as what a component's constructor gives: a
 * place to watch them from. Called by any thread.
 */
@FunctionalInterface
public interface HandleMaker {
  /** Handles that nobody watches. */
  HandleMaker PLAIN = ResourceHandle::own;

  /**
   * Handles that warn when they become garbage before anybody has closed them or passed them on.
   */
  HandleMaker WARNING = WatchedHandle::new;

  /**
   * Makes a handle that owns a resource: {@link ResourceHandle#own}.
   *
   * @param rep what stands for the resource
   */
  ResourceHandle own(RuntimeResource resource, Object rep);
}
