package dev.mortise.wasi.sockets;

import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Udp;
import wit.wasi.sockets.v0_2.UdpCreateSocket;

/** {@code wasi:sockets/udp} and {@code udp-create-socket}. */
public final class UdpHost implements Udp, UdpCreateSocket {
  private final Sockets sockets;

  /** The interfaces. */
  public UdpHost(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public UdpSocket createUdpSocket(IpAddressFamily addressFamily)
      throws UdpCreateSocket.ErrorCodeException {
    return SocketFailure.get(
        UdpCreateSocket.ErrorCodeException::new, () -> new HostUdpSocket(sockets, addressFamily));
  }
}
