package dev.mortise.wasi.cli;

import dev.mortise.wasi.config.Stdio;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.io.DirectOutput;
import dev.mortise.wasi.io.PumpedInput;
import dev.mortise.wasi.io.SharedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import wit.wasi.cli.v0_2.Stderr;
import wit.wasi.cli.v0_2.Stdin;
import wit.wasi.cli.v0_2.Stdout;
import wit.wasi.io.v0_2.Streams;

/**
 * {@code wasi:cli/stdin}, {@code stdout} and {@code stderr}. A component may ask for each more than
 * once; what it drops is its handle.
 */
public final class StandardStreams implements Stdin, Stdout, Stderr, AutoCloseable {
  private final PumpedInput in;
  private final Stdio stdio;

  /** The streams that are granted. */
  public StandardStreams(WasiConfig config) {
    stdio = config.stdio();
    in =
        new PumpedInput(
            new CallersStream(stdio.in()),
            config.limits().bufferedBytes(),
            // A read of standard input cannot be interrupted; a thread of its own may wait in it.
            task -> Thread.ofPlatform().daemon().name("wasi stdin").unstarted(task));
  }

  @Override
  public Streams.InputStream getStdin() {
    return new SharedInput(in);
  }

  @Override
  public Streams.OutputStream getStdout() {
    return output(stdio.out());
  }

  @Override
  public Streams.OutputStream getStderr() {
    return output(stdio.err());
  }

  private static Streams.OutputStream output(OutputStream out) {
    return new DirectOutput(
        new DirectOutput.Sink() {
          @Override
          public void write(byte[] bytes) throws IOException {
            out.write(bytes);
          }

          @Override
          public void flush() throws IOException {
            out.flush();
          }
        });
  }

  /** Writes out what was written, and reads no more. */
  @Override
  public void close() throws IOException {
    in.close();
    stdio.out().flush();
    stdio.err().flush();
  }

  /** A stream that stays open. */
  private static final class CallersStream extends FilterInputStream {
    CallersStream(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
