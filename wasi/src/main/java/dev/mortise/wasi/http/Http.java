package dev.mortise.wasi.http;

import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.Misuse;
import dev.mortise.wasi.io.OpenHandles;
import java.util.concurrent.ThreadFactory;

/**
 * What all messages of a component share.
 *
 * @param policy where its requests may go
 * @param threads makes the threads that wait for the network
 */
public record Http(
    HttpPolicy policy, WasiLimits limits, OpenHandles handles, ThreadFactory threads) {
  /** Takes note of a handle; traps when there are too many, for most functions have no error. */
  <T extends AutoCloseable> T open(String function, T handle) {
    try {
      return handles.add(handle);
    } catch (OpenHandles.TooManyException e) {
      throw Misuse.trap(function, "too many handles are open: " + e.getMessage());
    }
  }

  /** Notes that a handle was dropped, or given away. */
  void closed(AutoCloseable handle) {
    handles.remove(handle);
  }

  /** An object that one of our functions has made, and not another host. */
  static <T> T ours(Class<T> type, Object object, String function) {
    if (!type.isInstance(object)) {
      throw Misuse.trap(function, "it is given a resource of another host");
    }
    return type.cast(object);
  }
}
