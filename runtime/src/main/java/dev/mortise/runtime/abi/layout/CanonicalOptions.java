package dev.mortise.runtime.abi.layout;

/**
 * The canonical options that decide the shape of code. The functions and the memory that options
 * also name belong to an instance, and so to the run-time context.
 *
 * @param encoding how strings lie in memory
 * @param width the address type of the memory; 32 bits when there is no memory
 * @param async whether the function uses the asynchronous ABI
 * @param callback whether an asynchronous lift returns to its event loop through a callback
 */
public record CanonicalOptions(
    StringEncoding encoding, AddressWidth width, boolean async, boolean callback) {

  /** The options when none is given: UTF-8, 32 bits, synchronous. */
  public static final CanonicalOptions DEFAULT = of(StringEncoding.UTF8, AddressWidth.BITS_32);

  public CanonicalOptions {
    if (callback && !async) {
      throw new IllegalArgumentException("a callback needs the option async");
    }
  }

  /** Synchronous options. */
  public static CanonicalOptions of(StringEncoding encoding, AddressWidth width) {
    return new CanonicalOptions(encoding, width, false, false);
  }
}
