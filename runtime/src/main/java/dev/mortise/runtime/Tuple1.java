package dev.mortise.runtime;

/**
 * A tuple of 1.
 *
 * @param v1 element 1
 */
public record Tuple1<T1>(T1 v1) {}
