package dev.mortise.wasi.sockets;

import static dev.mortise.wasi.sockets.SocketFailure.need;

import dev.mortise.runtime.Tuple2;
import dev.mortise.runtime.Tuple3;
import dev.mortise.wasi.config.NetworkPolicy.Protocol;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.io.v0_2.Streams;
import wit.wasi.sockets.v0_2.Network;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;
import wit.wasi.sockets.v0_2.Tcp;

/**
 * {@code wasi:sockets/tcp.tcp-socket}: its states and what each allows (wasi-sockets,
 * TcpSocketOperationalSemantics.md).
 */
final class HostTcpSocket extends TcpOptions {
  private enum State {
    UNBOUND,
    BINDING,
    BOUND,
    CONNECTING,
    CONNECTED,
    LISTEN_STARTED,
    LISTENING,
    CLOSED
  }

  private final Sockets sockets;
  private final Signal signal = new Signal();
  private State state;
  private SocketChannel channel;
  private int backlog = 128;
  private @Nullable TcpListener listener;
  private @Nullable TcpConnection connection;
  private volatile boolean connected;
  private volatile @Nullable IOException failure;

  HostTcpSocket(Sockets sockets, IpAddressFamily family) throws IOException {
    this(sockets, family, open(family), State.UNBOUND);
  }

  private HostTcpSocket(Sockets sockets, IpAddressFamily family, SocketChannel channel, State state)
      throws IOException {
    super(family);
    this.sockets = sockets;
    this.channel = sockets.handles().add(channel);
    this.state = state;
  }

  private static SocketChannel open(IpAddressFamily family) throws IOException {
    try {
      return SocketChannel.open(Addresses.family(family));
    } catch (UnsupportedOperationException e) {
      throw new SocketFailure(ErrorCode.NOT_SUPPORTED);
    }
  }

  @Override
  SocketChannel channel() {
    return channel;
  }

  @Override
  public void startBind(Network.Network_ network, IpSocketAddress localAddress)
      throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(state == State.UNBOUND, ErrorCode.INVALID_STATE);
          InetSocketAddress local = Addresses.java(localAddress, addressFamily());
          need(Addresses.isUnicast(local), ErrorCode.INVALID_ARGUMENT);
          need(sockets.policy().mayBind(Protocol.TCP, local), ErrorCode.ACCESS_DENIED);
          channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
          channel.bind(local);
          state = State.BINDING;
        });
  }

  @Override
  public void finishBind() throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(state == State.BINDING, ErrorCode.NOT_IN_PROGRESS);
          state = State.BOUND;
        });
  }

  @Override
  public void startConnect(Network.Network_ network, IpSocketAddress remoteAddress)
      throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(state == State.UNBOUND || state == State.BOUND, ErrorCode.INVALID_STATE);
          InetSocketAddress remote = Addresses.java(remoteAddress, addressFamily());
          need(Addresses.isRemote(remote), ErrorCode.INVALID_ARGUMENT);
          need(sockets.policy().mayConnect(Protocol.TCP, remote), ErrorCode.ACCESS_DENIED);
          state = State.CONNECTING;
          sockets.threads().newThread(() -> connect(remote)).start();
        });
  }

  private void connect(InetSocketAddress remote) {
    try {
      channel.connect(remote);
      connected = true;
    } catch (IOException e) {
      failure = e;
    }
    signal.raise();
  }

  @Override
  public Tuple2<Streams.InputStream, Streams.OutputStream> finishConnect()
      throws Tcp.ErrorCodeException {
    return get(
        () -> {
          need(state == State.CONNECTING, ErrorCode.NOT_IN_PROGRESS);
          IOException why = failure;
          if (why != null) {
            state = State.CLOSED;
            throw why;
          }
          need(connected, ErrorCode.WOULD_BLOCK);
          return connected();
        });
  }

  private Tuple2<Streams.InputStream, Streams.OutputStream> connected() throws IOException {
    state = State.CONNECTED;
    TcpConnection made = new TcpConnection(channel, sockets);
    connection = made;
    return made.streams();
  }

  /**
   * Java has no socket that is bound and may still do either, so the one that is bound makes room
   * for one that listens.
   */
  @Override
  public void startListen() throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(state == State.BOUND, ErrorCode.INVALID_STATE);
          InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
          sockets.handles().remove(channel);
          channel.close();
          ServerSocketChannel server =
              sockets.handles().add(ServerSocketChannel.open(Addresses.family(addressFamily())));
          server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
          server.bind(local, backlog);
          listener = new TcpListener(server, sockets);
          state = State.LISTEN_STARTED;
        });
  }

  @Override
  public void finishListen() throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(state == State.LISTEN_STARTED, ErrorCode.NOT_IN_PROGRESS);
          state = State.LISTENING;
        });
  }

  @Override
  public Tuple3<Tcp.TcpSocket, Streams.InputStream, Streams.OutputStream> accept()
      throws Tcp.ErrorCodeException {
    return get(
        () -> {
          TcpListener listening = listener;
          need(state == State.LISTENING && listening != null, ErrorCode.INVALID_STATE);
          SocketChannel next = listening == null ? null : listening.accept();
          if (next == null) {
            throw new SocketFailure(ErrorCode.WOULD_BLOCK);
          }
          HostTcpSocket accepted =
              new HostTcpSocket(sockets, addressFamily(), next, State.CONNECTED);
          Tuple2<Streams.InputStream, Streams.OutputStream> streams = accepted.connected();
          return new Tuple3<>(accepted, streams.v1(), streams.v2());
        });
  }

  @Override
  public IpSocketAddress localAddress() throws Tcp.ErrorCodeException {
    return get(
        () -> {
          need(
              state != State.UNBOUND && state != State.BINDING && state != State.CLOSED,
              ErrorCode.INVALID_STATE);
          TcpListener listening = listener;
          InetSocketAddress local =
              listening != null
                  ? listening.localAddress()
                  : (InetSocketAddress) channel.getLocalAddress();
          if (local == null) {
            throw new SocketFailure(ErrorCode.INVALID_STATE);
          }
          return Addresses.wasi(local);
        });
  }

  @Override
  public IpSocketAddress remoteAddress() throws Tcp.ErrorCodeException {
    return get(
        () -> {
          need(state == State.CONNECTED, ErrorCode.INVALID_STATE);
          return Addresses.wasi((InetSocketAddress) channel.getRemoteAddress());
        });
  }

  @Override
  public boolean isListening() {
    return state == State.LISTENING;
  }

  @Override
  public void setListenBacklogSize(long value) throws Tcp.ErrorCodeException {
    run(
        () -> {
          need(value != 0, ErrorCode.INVALID_ARGUMENT);
          need(state != State.CONNECTING && state != State.CONNECTED, ErrorCode.INVALID_STATE);
          // The system bounds it, and does not change it of a socket that listens.
          need(state != State.LISTENING, ErrorCode.NOT_SUPPORTED);
          backlog = (int) Math.min(value < 0 ? Integer.MAX_VALUE : value, Integer.MAX_VALUE);
        });
  }

  @Override
  public Poll.Pollable subscribe() {
    TcpListener listening = listener;
    return switch (state) {
      case CONNECTING -> HostPollable.when(signal, () -> connected || failure != null);
      case LISTENING -> listening == null ? HostPollable.always() : listening.acceptable();
      case UNBOUND, BINDING, BOUND, CONNECTED, LISTEN_STARTED, CLOSED -> HostPollable.always();
    };
  }

  @Override
  public void shutdown(Tcp.ShutdownType shutdownType) throws Tcp.ErrorCodeException {
    run(
        () -> {
          TcpConnection open = connection;
          if (state != State.CONNECTED || open == null) {
            throw new SocketFailure(ErrorCode.INVALID_STATE);
          }
          if (shutdownType != Tcp.ShutdownType.SEND) {
            open.shutdownInput();
          }
          if (shutdownType != Tcp.ShutdownType.RECEIVE) {
            open.shutdownOutput();
          }
        });
  }

  @Override
  public void close() {
    state = State.CLOSED;
    sockets.handles().remove(channel);
    try {
      if (listener != null) {
        listener.close();
      }
      if (connection != null) {
        connection.release();
      } else {
        channel.close();
      }
    } catch (IOException e) {
      // It is closed.
    }
  }
}
