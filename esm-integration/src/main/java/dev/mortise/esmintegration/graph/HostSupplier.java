package dev.mortise.esmintegration.graph;

import org.jspecify.annotations.Nullable;

/**
 * Supplies imports of components from Java, by their WIT names. What it returns for an interface is
 * an object with its functions: a polyglot value, a proxy object or a Java object whose public
 * methods have the JavaScript names; for a function something that can be called.
 */
@FunctionalInterface
public interface HostSupplier {
  /**
   * What supplies an import, or null when this supplier does not.
   *
   * @param witName the name, such as {@code docs:text/log@0.2.1}; when nobody has that, it is asked
   *     for without the version
   */
  @Nullable Object find(String witName);
}
