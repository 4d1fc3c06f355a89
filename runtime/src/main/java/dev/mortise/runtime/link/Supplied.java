package dev.mortise.runtime.link;

/**
 * An object that can be given to a component as an import: what another one exports, a resource.
 */
public interface Supplied {
  /** What it is to the component that imports it. */
  HostItem hostItem();
}
