package dev.mortise.wasi.sockets;

import dev.mortise.wasi.io.IoError;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import wit.wasi.io.v0_2.Error;
import wit.wasi.sockets.v0_2.InstanceNetwork;
import wit.wasi.sockets.v0_2.Network;

/**
 * {@code wasi:sockets/network} and {@code instance-network}. There is one network; what of it is
 * allowed is asked where it is used.
 */
public final class NetworkHost implements Network, InstanceNetwork {
  /** The interfaces. */
  public NetworkHost() {}

  @Override
  public Network_ instanceNetwork() {
    return () -> {};
  }

  @Override
  public Optional<ErrorCode> networkErrorCode(Error.Error_ err) {
    IOException cause = IoError.cause(err);
    return cause instanceof SocketFailure
            || cause instanceof SocketException
            || cause instanceof ClosedChannelException
        ? Optional.of(SocketFailure.code(cause))
        : Optional.empty();
  }
}
