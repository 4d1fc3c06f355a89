package dev.mortise.runtime;

/**
 * A tuple of 6.
 *
 * @param v1 element 1
 * @param v2 element 2
 * @param v3 element 3
 * @param v4 element 4
 * @param v5 element 5
 * @param v6 element 6
 */
public record Tuple6<T1, T2, T3, T4, T5, T6>(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6) {}
