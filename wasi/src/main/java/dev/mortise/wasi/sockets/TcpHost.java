package dev.mortise.wasi.sockets;

import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Tcp;
import wit.wasi.sockets.v0_2.TcpCreateSocket;

/** {@code wasi:sockets/tcp} and {@code tcp-create-socket}. */
public final class TcpHost implements Tcp, TcpCreateSocket {
  private final Sockets sockets;

  /** The interfaces. */
  public TcpHost(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public TcpSocket createTcpSocket(IpAddressFamily addressFamily)
      throws TcpCreateSocket.ErrorCodeException {
    return SocketFailure.get(
        TcpCreateSocket.ErrorCodeException::new, () -> new HostTcpSocket(sockets, addressFamily));
  }
}
