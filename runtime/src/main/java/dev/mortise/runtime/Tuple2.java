package dev.mortise.runtime;

/**
 * A tuple of 2.
 *
 * @param v1 element 1
 * @param v2 element 2
 */
public record Tuple2<T1, T2>(T1 v1, T2 v2) {}
