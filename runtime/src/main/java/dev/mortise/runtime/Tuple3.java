package dev.mortise.runtime;

/**
 * A tuple of 3.
 *
 * @param v1 element 1
 * @param v2 element 2
 * @param v3 element 3
 */
public record Tuple3<T1, T2, T3>(T1 v1, T2 v2, T3 v3) {}
