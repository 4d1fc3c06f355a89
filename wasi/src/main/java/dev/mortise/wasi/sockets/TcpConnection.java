package dev.mortise.wasi.sockets;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.io.PumpedInput;
import dev.mortise.wasi.io.PumpedOutput;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import wit.wasi.io.v0_2.Streams;

/**
 * A connection: the socket and its two streams, which end when the last of them is dropped, and
 * what was written has been sent.
 */
final class TcpConnection {
  private final SocketChannel channel;
  private final AtomicInteger users = new AtomicInteger(3);
  private final PumpedInput in;
  private final PumpedOutput out;

  TcpConnection(SocketChannel channel, Sockets sockets) throws IOException {
    this.channel = channel;
    int capacity = sockets.limits().bufferedBytes();
    in = new PumpedInput(input(channel.socket().getInputStream()), capacity, sockets.threads());
    out = new PumpedOutput(output(channel.socket().getOutputStream()), capacity, sockets.threads());
  }

  Tuple2<Streams.InputStream, Streams.OutputStream> streams() {
    return new Tuple2<>(in, out);
  }

  private InputStream input(InputStream of) {
    return new FilterInputStream(of) {
      @Override
      public void close() throws IOException {
        try {
          shutdownInput(); // whoever reads sees the end
        } finally {
          release();
        }
      }
    };
  }

  private OutputStream output(OutputStream of) {
    return new FilterOutputStream(of) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        of.write(bytes, from, count); // the filter's own writes each byte alone
      }

      @Override
      public void close() throws IOException {
        release();
      }
    };
  }

  /** The component reads no more. */
  void shutdownInput() throws IOException {
    if (channel.isOpen()) {
      channel.shutdownInput();
    }
  }

  /** The component writes no more, when all that it has written is sent. */
  void shutdownOutput() {
    out.finish(
        () -> {
          if (channel.isOpen()) {
            channel.shutdownOutput();
          }
        });
  }

  /** One user fewer. */
  void release() throws IOException {
    if (users.decrementAndGet() == 0) {
      channel.close();
    }
  }
}
