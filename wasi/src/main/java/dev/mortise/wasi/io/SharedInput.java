package dev.mortise.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One more stream over another, which stays open when this one is dropped. */
public final class SharedInput extends HostInput {
  private final HostInput of;
  private final Runnable dropped;

  /** One more stream. */
  public SharedInput(HostInput of) {
    this(of, () -> {});
  }

  /**
   * One more stream.
   *
   * @param dropped is run when it is dropped
   */
  public SharedInput(HostInput of, Runnable dropped) {
    this.of = of;
    this.dropped = dropped;
  }

  @Override
  protected byte @Nullable [] take(int most) throws IOException {
    return of.take(most);
  }

  @Override
  protected HostPollable readable() {
    return of.readable();
  }

  @Override
  public void close() {
    dropped.run();
  }
}
