package dev.mortise.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One more stream over another, which stays open when this one is dropped. */
public final class SharedInput extends HostInput {
  private final HostInput of;

  /** One more stream. */
  public SharedInput(HostInput of) {
    this.of = of;
  }

  @Override
  protected byte @Nullable [] take(int most) throws IOException {
    return of.take(most);
  }

  @Override
  protected HostPollable readable() {
    return of.readable();
  }
}
