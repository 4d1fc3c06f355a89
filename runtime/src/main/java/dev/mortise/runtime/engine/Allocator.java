package dev.mortise.runtime.engine;

/** A core function of the type of {@code realloc} in 32-bit memories. */
public interface Allocator {
  /**
   * Calls it.
   *
   * @return the address
   */
  int call(int oldAddress, int oldByteLength, int alignmentBytes, int newByteLength);
}
