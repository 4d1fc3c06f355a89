package dev.mortise.wasi.sockets;

import dev.mortise.runtime.Tuple4;
import dev.mortise.runtime.Tuple8;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import wit.wasi.sockets.v0_2.Network;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddress;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;

/** Addresses of WASI and of Java. */
final class Addresses {
  private Addresses() {}

  static ProtocolFamily family(IpAddressFamily family) {
    return family == IpAddressFamily.IPV4
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  /**
   * An address as Java has it.
   *
   * @throws SocketFailure {@code invalid-argument} when it is of another family, or one of IPv4 in
   *     the form of IPv6
   */
  static InetSocketAddress java(IpSocketAddress address, IpAddressFamily family)
      throws SocketFailure {
    try {
      return switch (address) {
        case IpSocketAddress.Ipv4 v4 when family == IpAddressFamily.IPV4 -> {
          Tuple4<Integer, Integer, Integer, Integer> a = v4.value().address();
          byte[] bytes = {
            a.v1().byteValue(), a.v2().byteValue(), a.v3().byteValue(), a.v4().byteValue()
          };
          yield new InetSocketAddress(InetAddress.getByAddress(bytes), v4.value().port());
        }
        case IpSocketAddress.Ipv6 v6 when family == IpAddressFamily.IPV6 -> {
          InetAddress found =
              Inet6Address.getByAddress(
                  null, bytes(v6.value().address()), (int) v6.value().scopeId());
          if (isMapped(v6.value().address())) {
            throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
          }
          yield new InetSocketAddress(found, v6.value().port());
        }
        case IpSocketAddress.Ipv4 other -> throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
        case IpSocketAddress.Ipv6 other -> throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
      };
    } catch (UnknownHostException e) {
      throw new SocketFailure(ErrorCode.INVALID_ARGUMENT);
    }
  }

  private static byte[] bytes(
      Tuple8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> a) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    for (int part : new int[] {a.v1(), a.v2(), a.v3(), a.v4(), a.v5(), a.v6(), a.v7(), a.v8()}) {
      bytes.putShort((short) part);
    }
    return bytes.array();
  }

  private static boolean isMapped(
      Tuple8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> a) {
    return (a.v1() | a.v2() | a.v3() | a.v4() | a.v5()) == 0 && a.v6() == 0xffff;
  }

  /** An address as WASI has it. */
  static IpSocketAddress wasi(InetSocketAddress address) {
    return switch (of(address.getAddress())) {
      case IpAddress.Ipv4 v4 ->
          new IpSocketAddress.Ipv4(new Network.Ipv4SocketAddress(address.getPort(), v4.value()));
      case IpAddress.Ipv6 v6 ->
          new IpSocketAddress.Ipv6(
              new Network.Ipv6SocketAddress(
                  address.getPort(),
                  0,
                  v6.value(),
                  address.getAddress() instanceof Inet6Address a ? a.getScopeId() : 0));
    };
  }

  /** The same without a port. */
  static IpAddress of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return new IpAddress.Ipv4(
          new Tuple4<>(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff));
    }
    int[] parts = new int[8];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = buffer.getShort() & 0xffff;
    }
    return new IpAddress.Ipv6(
        new Tuple8<>(
            parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]));
  }

  /** What nobody can be: an address for many, or of no one. */
  static boolean isUnicast(InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    boolean broadcast = bytes.length == 4 && ByteBuffer.wrap(bytes).getInt() == -1;
    return !address.getAddress().isMulticastAddress() && !broadcast;
  }

  /** Whether one can send there. */
  static boolean isRemote(InetSocketAddress address) {
    return isUnicast(address)
        && !address.getAddress().isAnyLocalAddress()
        && address.getPort() != 0;
  }
}
