package dev.mortise.wasi.http;

import dev.mortise.wasi.io.Misuse;

/** Counts the handles that a component has to drop before it drops, or gives away, their parent. */
final class Children {
  private int open;

  void opened() {
    open++;
  }

  void closed() {
    open--;
  }

  /** Traps while there are any. */
  void requireNone(String function, String kind) {
    if (open > 0) {
      throw Misuse.trap(function, "its " + kind + " has to be dropped before");
    }
  }
}
