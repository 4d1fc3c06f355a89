package dev.mortise.wasi.io;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a component has open of the host's: bounded, and closed when the component has ended. For
 * use by any thread.
 */
public final class OpenHandles implements AutoCloseable {
  private final int most;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

  /** That there are too many. */
  public static final class TooManyException extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyException(int most) {
      super("the component has " + most + " handles open, which is the limit");
    }
  }

  /** At most so many. */
  public OpenHandles(int most) {
    this.most = most;
  }

  /**
   * Takes note of something, after which {@link #remove} has to follow.
   *
   * @throws TooManyException when there are too many; what was opened is closed
   */
  public <T extends AutoCloseable> T add(T handle) throws TooManyException {
    if (open.size() >= most) {
      quietly(handle);
      throw new TooManyException(most);
    }
    open.add(handle);
    return handle;
  }

  /** Notes that something was closed. */
  public void remove(AutoCloseable handle) {
    open.remove(handle);
  }

  @Override
  public void close() {
    for (AutoCloseable handle : Set.copyOf(open)) {
      quietly(handle);
    }
    open.clear();
  }

  private static void quietly(AutoCloseable handle) {
    try {
      handle.close();
    } catch (Exception e) {
      // It was the last anyone wanted of it.
    }
  }
}
