package dev.mortise.wasi.sockets;

import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;
import wit.wasi.sockets.v0_2.Udp;

/**
 * What comes in for a socket: a thread receives ahead, up to a bound; then the system keeps and
 * drops datagrams as it does.
 */
final class Datagrams {
  private static final int MOST_AHEAD = 64;
  private static final int LARGEST = 65_535;

  private final DatagramChannel channel;
  private final Signal signal = new Signal();
  private final BlockingQueue<Udp.IncomingDatagram> queue = new LinkedBlockingQueue<>(MOST_AHEAD);
  private volatile @Nullable IOException failure;

  Datagrams(DatagramChannel channel, Sockets sockets) {
    this.channel = channel;
    sockets.threads().newThread(this::receive).start();
  }

  private void receive() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    try {
      for (; ; ) {
        buffer.clear();
        SocketAddress from = channel.receive(buffer);
        if (from instanceof InetSocketAddress sender) {
          byte[] data = Arrays.copyOf(buffer.array(), buffer.position());
          queue.put(new Udp.IncomingDatagram(data, Addresses.wasi(sender)));
          signal.raise();
        }
      }
    } catch (IOException e) {
      failure = e;
      signal.raise();
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** The stream of what comes from one sender, or from all. */
  Udp.IncomingDatagramStream incoming(@Nullable InetSocketAddress only) {
    IpSocketAddress sender = only == null ? null : Addresses.wasi(only);
    return new Udp.IncomingDatagramStream() {
      @Override
      public List<Udp.IncomingDatagram> receive(long maxResults) throws Udp.ErrorCodeException {
        List<Udp.IncomingDatagram> results = new ArrayList<>();
        while (Long.compareUnsigned(results.size(), maxResults) < 0) {
          Udp.IncomingDatagram next = queue.poll();
          if (next == null) {
            break;
          }
          if (sender == null || sender.equals(next.remoteAddress())) {
            results.add(next);
          }
        }
        IOException why = failure;
        if (results.isEmpty() && why != null) {
          throw new Udp.ErrorCodeException(SocketFailure.code(why));
        }
        return results;
      }

      @Override
      public Poll.Pollable subscribe() {
        return HostPollable.when(signal, () -> !queue.isEmpty() || failure != null);
      }

      @Override
      public void close() {}
    };
  }
}
