package dev.mortise.wasi.sockets;

import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A socket that listens: a thread accepts one connection ahead, the others wait in the system. */
final class TcpListener {
  private final ServerSocketChannel channel;
  private final Sockets sockets;
  private final InetSocketAddress localAddress;
  private final Signal signal = new Signal();
  private final AtomicReference<@Nullable SocketChannel> waiting = new AtomicReference<>();
  private final SynchronousQueue<Boolean> wanted = new SynchronousQueue<>();
  private volatile @Nullable IOException failure;
  private final Thread thread;

  TcpListener(ServerSocketChannel channel, Sockets sockets) throws IOException {
    this.channel = channel;
    this.sockets = sockets;
    localAddress = (InetSocketAddress) channel.getLocalAddress();
    thread = sockets.threads().newThread(this::listen);
    thread.start();
  }

  InetSocketAddress localAddress() {
    return localAddress;
  }

  private void listen() {
    try {
      while (channel.isOpen()) {
        waiting.set(channel.accept());
        signal.raise();
        Object unused = wanted.take();
      }
    } catch (IOException e) {
      failure = e;
      signal.raise();
    } catch (InterruptedException e) {
      // Closed while nobody took the last one.
    }
  }

  /** The next connection, or null when there is none yet. */
  @Nullable SocketChannel accept() throws IOException {
    SocketChannel next = waiting.getAndSet(null);
    if (next != null) {
      try {
        wanted.put(true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return next;
    }
    IOException why = failure;
    if (why != null) {
      throw why;
    }
    return null;
  }

  HostPollable acceptable() {
    return HostPollable.when(signal, () -> waiting.get() != null || failure != null);
  }

  void close() throws IOException {
    sockets.handles().remove(channel);
    channel.close();
    thread.interrupt();
    SocketChannel next = waiting.getAndSet(null);
    if (next != null) {
      next.close();
    }
  }
}
