package dev.mortise.wasi.sockets;

import dev.mortise.wasi.config.NetworkPolicy.Protocol;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Misuse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;
import wit.wasi.sockets.v0_2.Udp;

/** {@code wasi:sockets/udp.outgoing-datagram-stream}. The system takes or drops what is sent. */
final class OutgoingDatagrams implements Udp.OutgoingDatagramStream {
  private static final long AT_ONCE = 64;

  private final DatagramChannel channel;
  private final Sockets sockets;
  private final IpAddressFamily family;
  private final @Nullable InetSocketAddress only;
  private long permitted;

  /**
   * A stream.
   *
   * @param only where all goes, or null where each says
   */
  OutgoingDatagrams(
      DatagramChannel channel,
      Sockets sockets,
      IpAddressFamily family,
      @Nullable InetSocketAddress only) {
    this.channel = channel;
    this.sockets = sockets;
    this.family = family;
    this.only = only;
  }

  @Override
  public long checkSend() {
    permitted = AT_ONCE;
    return permitted;
  }

  @Override
  public long send(List<Udp.OutgoingDatagram> datagrams) throws Udp.ErrorCodeException {
    if (datagrams.size() > permitted) {
      throw Misuse.trap(
          "wasi:sockets/udp#[method]outgoing-datagram-stream.send",
          "it sends " + datagrams.size() + " datagrams, and check-send has permitted " + permitted);
    }
    long sent = 0;
    for (Udp.OutgoingDatagram datagram : datagrams) {
      try {
        InetSocketAddress target = target(datagram.remoteAddress());
        int unused = channel.send(ByteBuffer.wrap(datagram.data()), target);
      } catch (IOException e) {
        if (sent > 0) {
          break; // "the error is returned by the next call"
        }
        throw new Udp.ErrorCodeException(SocketFailure.code(e));
      }
      sent++;
    }
    permitted -= sent;
    return sent;
  }

  private InetSocketAddress target(Optional<IpSocketAddress> named) throws SocketFailure {
    InetSocketAddress target = only;
    if (named.isPresent()) {
      InetSocketAddress wanted = Addresses.java(named.get(), family);
      if (!Addresses.isRemote(wanted) || (target != null && !target.equals(wanted))) {
        throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
      }
      target = wanted;
    }
    if (target == null) {
      throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
    }
    if (!sockets.policy().mayConnect(Protocol.UDP, target)) {
      throw new SocketFailure(ErrorCode.ACCESS_DENIED);
    }
    return target;
  }

  @Override
  public Poll.Pollable subscribe() {
    return HostPollable.always();
  }

  @Override
  public void close() {}
}
