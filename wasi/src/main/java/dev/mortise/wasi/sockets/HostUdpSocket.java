package dev.mortise.wasi.sockets;

import static dev.mortise.wasi.sockets.SocketFailure.need;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.NetworkPolicy.Protocol;
import dev.mortise.wasi.io.HostPollable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.sockets.v0_2.Network;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;
import wit.wasi.sockets.v0_2.Udp;

/** {@code wasi:sockets/udp.udp-socket}. */
final class HostUdpSocket implements Udp.UdpSocket {
  private enum State {
    UNBOUND,
    BINDING,
    BOUND
  }

  private static final int HOP_LIMIT = 64;

  private final Sockets sockets;
  private final IpAddressFamily family;
  private final DatagramChannel channel;
  private State state = State.UNBOUND;
  private @Nullable Datagrams datagrams;
  private @Nullable InetSocketAddress remote;

  HostUdpSocket(Sockets sockets, IpAddressFamily family) throws IOException {
    this.sockets = sockets;
    this.family = family;
    try {
      channel = sockets.handles().add(DatagramChannel.open(Addresses.family(family)));
    } catch (UnsupportedOperationException e) {
      throw new SocketFailure(ErrorCode.NOT_SUPPORTED);
    }
  }

  private static <T> T get(SocketFailure.Action<T> action) throws Udp.ErrorCodeException {
    return SocketFailure.get(Udp.ErrorCodeException::new, action);
  }

  private static void run(SocketFailure.Step step) throws Udp.ErrorCodeException {
    SocketFailure.run(Udp.ErrorCodeException::new, step);
  }

  @Override
  public void startBind(Network.Network_ network, IpSocketAddress localAddress)
      throws Udp.ErrorCodeException {
    run(
        () -> {
          need(state == State.UNBOUND, ErrorCode.INVALID_STATE);
          InetSocketAddress local = Addresses.java(localAddress, family);
          need(Addresses.isUnicast(local), ErrorCode.INVALID_ARGUMENT);
          need(sockets.policy().mayBind(Protocol.UDP, local), ErrorCode.ACCESS_DENIED);
          channel.bind(local);
          state = State.BINDING;
        });
  }

  @Override
  public void finishBind() throws Udp.ErrorCodeException {
    run(
        () -> {
          need(state == State.BINDING, ErrorCode.NOT_IN_PROGRESS);
          state = State.BOUND;
        });
  }

  /**
   * The system's own connections of datagrams are not used: who waits for one holds what they need.
   * What comes from others is left out here.
   */
  @Override
  public Tuple2<Udp.IncomingDatagramStream, Udp.OutgoingDatagramStream> stream(
      Optional<IpSocketAddress> remoteAddress) throws Udp.ErrorCodeException {
    return get(
        () -> {
          need(state == State.BOUND, ErrorCode.INVALID_STATE);
          InetSocketAddress only = null;
          if (remoteAddress.isPresent()) {
            only = Addresses.java(remoteAddress.get(), family);
            need(Addresses.isRemote(only), ErrorCode.INVALID_ARGUMENT);
            need(sockets.policy().mayConnect(Protocol.UDP, only), ErrorCode.ACCESS_DENIED);
          }
          Datagrams source = datagrams;
          if (source == null) {
            source = new Datagrams(channel, sockets);
            datagrams = source;
          }
          remote = only;
          return new Tuple2<>(
              source.incoming(only), new OutgoingDatagrams(channel, sockets, family, only));
        });
  }

  @Override
  public IpSocketAddress localAddress() throws Udp.ErrorCodeException {
    return get(
        () -> {
          need(state == State.BOUND, ErrorCode.INVALID_STATE);
          return Addresses.wasi((InetSocketAddress) channel.getLocalAddress());
        });
  }

  @Override
  public IpSocketAddress remoteAddress() throws Udp.ErrorCodeException {
    InetSocketAddress only = remote;
    if (only == null) {
      throw new Udp.ErrorCodeException(ErrorCode.INVALID_STATE);
    }
    return Addresses.wasi(only);
  }

  @Override
  public IpAddressFamily addressFamily() {
    return family;
  }

  @Override
  public int unicastHopLimit() {
    return HOP_LIMIT;
  }

  /** Java cannot set it. */
  @Override
  public void setUnicastHopLimit(int value) throws Udp.ErrorCodeException {
    if (value != HOP_LIMIT) {
      throw new Udp.ErrorCodeException(
          value == 0 ? ErrorCode.INVALID_ARGUMENT : ErrorCode.NOT_SUPPORTED);
    }
  }

  private void setSize(SocketOption<Integer> option, long value) throws Udp.ErrorCodeException {
    run(
        () -> {
          need(value != 0, ErrorCode.INVALID_ARGUMENT);
          DatagramChannel unused =
              channel.setOption(option, BufferSize.of(value < 0 ? Long.MAX_VALUE : value));
        });
  }

  @Override
  public long receiveBufferSize() throws Udp.ErrorCodeException {
    return get(() -> (long) channel.getOption(StandardSocketOptions.SO_RCVBUF));
  }

  @Override
  public void setReceiveBufferSize(long value) throws Udp.ErrorCodeException {
    setSize(StandardSocketOptions.SO_RCVBUF, value);
  }

  @Override
  public long sendBufferSize() throws Udp.ErrorCodeException {
    return get(() -> (long) channel.getOption(StandardSocketOptions.SO_SNDBUF));
  }

  @Override
  public void setSendBufferSize(long value) throws Udp.ErrorCodeException {
    setSize(StandardSocketOptions.SO_SNDBUF, value);
  }

  @Override
  public Poll.Pollable subscribe() {
    return HostPollable.always();
  }

  @Override
  public void close() {
    sockets.handles().remove(channel);
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed.
    }
  }
}
