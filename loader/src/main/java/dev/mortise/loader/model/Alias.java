package dev.mortise.loader.model;

/** An alias (Explainer.md, "Alias Definitions"). */
public sealed interface Alias {
  /** The sort of what is aliased. */
  Sort sort();

  /** {@code (alias export i "n" (sort))}. */
  record Export(Sort sort, Index.Instance instance, String name) implements Alias {}

  /** {@code (alias core export i "n" (core sort))}. */
  record CoreExport(Sort sort, Index.CoreInstance instance, String name) implements Alias {}

  /**
   * {@code (alias outer ct idx (sort))}: a de Bruijn pair.
   *
   * @param count how many scopes outward, 0 for the current one
   */
  record Outer(Sort sort, long count, long index) implements Alias {}
}
