package dev.mortise.runtime.instance.builtin;

/**
 * What an index of a component instance can mean (CanonicalABI.md, "Table State"): a resource
 * handle, a waitable, a set of them, an error context.
 */
public interface TableElement {
  /** What it is in words, such as {@code a waitable set}. */
  String describe();
}
