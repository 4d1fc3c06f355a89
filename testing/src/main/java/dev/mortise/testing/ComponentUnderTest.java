package dev.mortise.testing;

import dev.mortise.loader.Instance;

/** The instance that a test has. */
public interface ComponentUnderTest {
  /**
   * The world, or an exported interface.
   *
   * @throws IllegalArgumentException when the component has none of that type
   */
  <T> T get(Class<T> type);

  /**
   * The instance without types, for calls by name.
   *
   * @throws UnsupportedOperationException when its classes were made ahead of time
   */
  Instance instance();

  /** How it runs. */
  Engine engine();
}
