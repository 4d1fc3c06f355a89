package dev.mortise.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stream that can be read at once, such as that of a file. */
public final class DirectInput extends HostInput {
  /** What is read. */
  @FunctionalInterface
  public interface Source {
    /**
     * Reads.
     *
     * @param most at least 1
     * @return at least one byte, or null at the end
     */
    byte @Nullable [] read(int most) throws IOException;

    /** Nobody reads any more. */
    default void close() {}
  }

  private final Source source;

  /** The stream of a source. */
  public DirectInput(Source source) {
    this.source = source;
  }

  @Override
  protected byte @Nullable [] take(int most) throws IOException {
    return source.read(most);
  }

  @Override
  protected HostPollable readable() {
    return HostPollable.always();
  }

  @Override
  public void close() {
    source.close();
  }
}
