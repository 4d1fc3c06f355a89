package dev.mortise.wasi.sockets;

/** How large a buffer of the system a component may ask for. */
final class BufferSize {
  private static final long MOST = 4 << 20;

  private BufferSize() {}

  /** The size to ask for, in bytes; "the provided value is a hint". */
  static int of(long wanted) {
    return (int) Math.min(wanted, MOST);
  }
}
