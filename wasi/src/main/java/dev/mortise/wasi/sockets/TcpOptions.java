package dev.mortise.wasi.sockets;

import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Tcp;

/** The options of a socket, as far as Java has them: the hop limit can only be read. */
abstract class TcpOptions implements Tcp.TcpSocket {
  private static final long SECOND = 1_000_000_000L;

  /** The most seconds that Linux takes for the times of keep-alive. */
  private static final long MOST_SECONDS = 32767;

  /** What Linux and others begin with. */
  private static final int HOP_LIMIT = 64;

  private final IpAddressFamily family;

  TcpOptions(IpAddressFamily family) {
    this.family = family;
  }

  abstract SocketChannel channel();

  static <T> T get(SocketFailure.Action<T> action) throws Tcp.ErrorCodeException {
    return SocketFailure.get(Tcp.ErrorCodeException::new, action);
  }

  static void run(SocketFailure.Step step) throws Tcp.ErrorCodeException {
    SocketFailure.run(Tcp.ErrorCodeException::new, step);
  }

  private <T> T option(SocketOption<T> option) throws Tcp.ErrorCodeException {
    return get(
        () -> {
          try {
            return channel().getOption(option);
          } catch (UnsupportedOperationException e) {
            throw new SocketFailure(ErrorCode.NOT_SUPPORTED);
          }
        });
  }

  private <T> void option(SocketOption<T> option, T value) throws Tcp.ErrorCodeException {
    run(
        () -> {
          try {
            SocketChannel unused = channel().setOption(option, value);
          } catch (UnsupportedOperationException e) {
            throw new SocketFailure(ErrorCode.NOT_SUPPORTED);
          } catch (IllegalArgumentException e) {
            throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
          }
        });
  }

  private static long positive(long value) throws Tcp.ErrorCodeException {
    if (value == 0) {
      throw new Tcp.ErrorCodeException(ErrorCode.INVALID_ARGUMENT);
    }
    return value < 0 ? Long.MAX_VALUE : value; // unsigned
  }

  private static int seconds(long nanoseconds) throws Tcp.ErrorCodeException {
    return (int) Math.min(Math.max(1, positive(nanoseconds) / SECOND), MOST_SECONDS);
  }

  @Override
  public final IpAddressFamily addressFamily() {
    return family;
  }

  @Override
  public final boolean keepAliveEnabled() throws Tcp.ErrorCodeException {
    return option(StandardSocketOptions.SO_KEEPALIVE);
  }

  @Override
  public final void setKeepAliveEnabled(boolean value) throws Tcp.ErrorCodeException {
    option(StandardSocketOptions.SO_KEEPALIVE, value);
  }

  @Override
  public final long keepAliveIdleTime() throws Tcp.ErrorCodeException {
    return option(ExtendedSocketOptions.TCP_KEEPIDLE) * SECOND;
  }

  @Override
  public final void setKeepAliveIdleTime(long value) throws Tcp.ErrorCodeException {
    option(ExtendedSocketOptions.TCP_KEEPIDLE, seconds(value));
  }

  @Override
  public final long keepAliveInterval() throws Tcp.ErrorCodeException {
    return option(ExtendedSocketOptions.TCP_KEEPINTERVAL) * SECOND;
  }

  @Override
  public final void setKeepAliveInterval(long value) throws Tcp.ErrorCodeException {
    option(ExtendedSocketOptions.TCP_KEEPINTERVAL, seconds(value));
  }

  @Override
  public final long keepAliveCount() throws Tcp.ErrorCodeException {
    return option(ExtendedSocketOptions.TCP_KEEPCOUNT);
  }

  @Override
  public final void setKeepAliveCount(long value) throws Tcp.ErrorCodeException {
    option(ExtendedSocketOptions.TCP_KEEPCOUNT, (int) Math.min(positive(value), 127));
  }

  @Override
  public final int hopLimit() {
    return HOP_LIMIT;
  }

  @Override
  public final void setHopLimit(int value) throws Tcp.ErrorCodeException {
    long wanted = positive(value);
    if (wanted != HOP_LIMIT) {
      throw new Tcp.ErrorCodeException(ErrorCode.NOT_SUPPORTED);
    }
  }

  @Override
  public final long receiveBufferSize() throws Tcp.ErrorCodeException {
    return option(StandardSocketOptions.SO_RCVBUF);
  }

  @Override
  public final void setReceiveBufferSize(long value) throws Tcp.ErrorCodeException {
    option(StandardSocketOptions.SO_RCVBUF, BufferSize.of(positive(value)));
  }

  @Override
  public final long sendBufferSize() throws Tcp.ErrorCodeException {
    return option(StandardSocketOptions.SO_SNDBUF);
  }

  @Override
  public final void setSendBufferSize(long value) throws Tcp.ErrorCodeException {
    option(StandardSocketOptions.SO_SNDBUF, BufferSize.of(positive(value)));
  }
}
