package dev.mortise.wasi.sockets;

import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.sockets.v0_2.IpNameLookup;
import wit.wasi.sockets.v0_2.Network;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddress;

/** {@code wasi:sockets/ip-name-lookup}, by the host's own resolver. */
public final class NameLookupHost implements IpNameLookup {
  private final Sockets sockets;

  /** The interface. */
  public NameLookupHost(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public ResolveAddressStream resolveAddresses(Network.Network_ network, String name)
      throws ErrorCodeException {
    String ascii;
    try {
      ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      ascii = name.indexOf(':') >= 0 ? name : ""; // an address of IPv6 is no name
    }
    if (ascii.isEmpty()) {
      throw new ErrorCodeException(ErrorCode.INVALID_ARGUMENT);
    }
    if (!sockets.policy().mayResolve(ascii)) {
      throw new ErrorCodeException(ErrorCode.PERMANENT_RESOLVER_FAILURE);
    }
    Lookup lookup = new Lookup();
    String wanted = ascii;
    sockets.threads().newThread(() -> lookup.run(wanted)).start();
    return lookup;
  }

  private static final class Lookup implements ResolveAddressStream {
    private final Signal signal = new Signal();
    private volatile @Nullable Iterator<IpAddress> found;
    private volatile boolean failed;

    void run(String name) {
      try {
        found = List.of(InetAddress.getAllByName(name)).stream().map(Addresses::of).iterator();
      } catch (UnknownHostException e) {
        failed = true;
      }
      signal.raise();
    }

    @Override
    public Optional<IpAddress> resolveNextAddress() throws ErrorCodeException {
      if (failed) {
        throw new ErrorCodeException(ErrorCode.NAME_UNRESOLVABLE);
      }
      Iterator<IpAddress> addresses = found;
      if (addresses == null) {
        throw new ErrorCodeException(ErrorCode.WOULD_BLOCK);
      }
      return addresses.hasNext() ? Optional.of(addresses.next()) : Optional.empty();
    }

    @Override
    public Poll.Pollable subscribe() {
      return HostPollable.when(signal, () -> failed || found != null);
    }

    @Override
    public void close() {}
  }
}
