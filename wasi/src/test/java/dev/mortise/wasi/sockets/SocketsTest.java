package dev.mortise.wasi.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.Tuple2;
import dev.mortise.runtime.Tuple3;
import dev.mortise.runtime.Tuple4;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.NetworkPolicy;
import dev.mortise.wasi.config.NetworkRules;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.OpenHandles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.io.v0_2.Streams;
import wit.wasi.sockets.v0_2.IpNameLookup;
import wit.wasi.sockets.v0_2.Network;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Network.IpSocketAddress;
import wit.wasi.sockets.v0_2.Tcp;
import wit.wasi.sockets.v0_2.Udp;

@Timeout(30)
class SocketsTest {
  private static final NetworkPolicy LOOPBACK =
      NetworkRules.builder().connect("127.0.0.1").bind("127.0.0.1").build();

  private final OpenHandles handles = new OpenHandles(100);
  private final Network.Network_ network = new NetworkHost().instanceNetwork();

  @AfterEach
  void close() {
    handles.close();
  }

  private Sockets sockets(NetworkPolicy policy) {
    return new Sockets(policy, WasiLimits.DEFAULT, handles, Thread.ofVirtual().factory());
  }

  private static IpSocketAddress loopback(int port) {
    return v4(port, 127, 0, 0, 1);
  }

  private static IpSocketAddress v4(int port, int a, int b, int c, int d) {
    return new IpSocketAddress.Ipv4(new Network.Ipv4SocketAddress(port, new Tuple4<>(a, b, c, d)));
  }

  private static int port(IpSocketAddress address) {
    return ((IpSocketAddress.Ipv4) address).value().port();
  }

  private Tcp.TcpSocket tcp(NetworkPolicy policy) throws Exception {
    return new TcpHost(sockets(policy)).createTcpSocket(IpAddressFamily.IPV4);
  }

  private Tcp.TcpSocket listening() throws Exception {
    Tcp.TcpSocket server = tcp(LOOPBACK);
    server.startBind(network, loopback(0));
    server.finishBind();
    server.startListen();
    server.finishListen();
    return server;
  }

  private static void block(Poll.Pollable pollable) {
    pollable.block();
    assertThat(pollable.ready()).isTrue();
  }

  @Test
  void connection_carriesBytesBothWays_andEnds() throws Exception {
    Tcp.TcpSocket server = listening();
    assertThat(server.isListening()).isTrue();
    assertThat(catchCode(server::accept)).isEqualTo(ErrorCode.WOULD_BLOCK);

    Tcp.TcpSocket client = tcp(LOOPBACK);
    client.startConnect(network, loopback(port(server.localAddress())));
    block(client.subscribe());
    Tuple2<Streams.InputStream, Streams.OutputStream> mine = client.finishConnect();
    block(server.subscribe());
    Tuple3<Tcp.TcpSocket, Streams.InputStream, Streams.OutputStream> theirs = server.accept();
    assertThat(theirs.v1().remoteAddress()).isEqualTo(client.localAddress());

    mine.v2().blockingWriteAndFlush("ping".getBytes(UTF_8));
    assertThat(theirs.v2().blockingRead(100)).asString(UTF_8).isEqualTo("ping");
    theirs.v3().blockingWriteAndFlush("pong".getBytes(UTF_8));
    assertThat(mine.v1().blockingRead(2)).asString(UTF_8).isEqualTo("po");
    assertThat(mine.v1().blockingRead(100)).asString(UTF_8).isEqualTo("ng");
    assertThat(mine.v1().read(100)).isEmpty();

    client.shutdown(Tcp.ShutdownType.SEND);
    assertThatThrownBy(() -> theirs.v2().blockingRead(1))
        .isInstanceOfSatisfying(
            Streams.StreamErrorException.class,
            e -> assertThat(e.error()).isInstanceOf(Streams.StreamError.Closed.class));
    assertThatThrownBy(() -> mine.v2().checkWrite())
        .isInstanceOf(Streams.StreamErrorException.class);
  }

  /** A sender who is quicker than its reader has no room after a while, and again when it reads. */
  @Test
  void sender_waitsForItsReader() throws Exception {
    Tcp.TcpSocket server = listening();
    Tcp.TcpSocket client = tcp(LOOPBACK);
    client.startConnect(network, loopback(port(server.localAddress())));
    block(client.subscribe());
    Streams.OutputStream out = client.finishConnect().v2();
    block(server.subscribe());
    Streams.InputStream in = server.accept().v2();
    long sent = 0;
    byte[] chunk = new byte[4096];
    long quietSince = System.nanoTime();
    while (System.nanoTime() - quietSince < 200_000_000L && sent < (64 << 20)) {
      if (out.checkWrite() >= chunk.length) {
        out.write(chunk);
        sent += chunk.length;
        quietSince = System.nanoTime();
      } else {
        Thread.sleep(5);
      }
    }
    assertThat(sent).isLessThan(64 << 20);
    long received = 0;
    while (received < sent) {
      received += in.blockingRead(1 << 20).length;
    }
    block(out.subscribe());
    assertThat(out.checkWrite()).isPositive();
  }

  @Test
  void whatWasWritten_isSentAlthoughTheSocketIsDropped() throws Exception {
    Tcp.TcpSocket server = listening();
    Tcp.TcpSocket client = tcp(LOOPBACK);
    client.startConnect(network, loopback(port(server.localAddress())));
    block(client.subscribe());
    Tuple2<Streams.InputStream, Streams.OutputStream> mine = client.finishConnect();
    block(server.subscribe());
    Streams.InputStream in = server.accept().v2();
    assertThat(mine.v2().checkWrite()).isGreaterThan(3);
    mine.v2().write("bye".getBytes(UTF_8));
    mine.v1().close();
    mine.v2().close();
    client.close();
    assertThat(in.blockingRead(10)).asString(UTF_8).isEqualTo("bye");
    assertThatThrownBy(() -> in.blockingRead(1)).isInstanceOf(Streams.StreamErrorException.class);
  }

  @Test
  void refusedConnection_saysSo() throws Exception {
    Tcp.TcpSocket free = listening();
    int port = port(free.localAddress());
    free.close();
    Tcp.TcpSocket client = tcp(LOOPBACK);
    client.startConnect(network, loopback(port));
    block(client.subscribe());
    assertThat(catchCode(client::finishConnect)).isEqualTo(ErrorCode.CONNECTION_REFUSED);
  }

  @Test
  void whatIsNotAllowed_isDenied() throws Exception {
    NetworkPolicy none = NetworkPolicy.NONE;
    assertThat(catchCode(() -> tcp(none).startConnect(network, loopback(80))))
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(catchCode(() -> tcp(none).startBind(network, loopback(0))))
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    NetworkPolicy one = NetworkRules.builder().connect("127.0.0.1:80").build();
    assertThat(catchCode(() -> tcp(one).startConnect(network, loopback(81))))
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(catchCode(() -> tcp(one).startConnect(network, v4(80, 127, 0, 0, 2))))
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    IpNameLookup lookup = new NameLookupHost(sockets(one));
    assertThat(
            catchThrowableOfType(
                    IpNameLookup.ErrorCodeException.class,
                    () -> lookup.resolveAddresses(network, "localhost"))
                .error())
        .isEqualTo(ErrorCode.PERMANENT_RESOLVER_FAILURE);
  }

  @Test
  void argumentsThatNobodyCanMean_areInvalid() throws Exception {
    NetworkPolicy all = NetworkRules.builder().connect("*").bind("*").build();
    for (IpSocketAddress address :
        List.of(
            loopback(0), v4(80, 0, 0, 0, 0), v4(80, 224, 0, 0, 1), v4(80, 255, 255, 255, 255))) {
      assertThat(catchCode(() -> tcp(all).startConnect(network, address)))
          .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    }
    assertThat(catchCode(() -> tcp(all).startBind(network, v4(80, 224, 0, 0, 1))))
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(catchCode(() -> tcp(all).setKeepAliveCount(0)))
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void whatItsStateDoesNotAllow_isInvalid() throws Exception {
    Tcp.TcpSocket fresh = tcp(LOOPBACK);
    assertThat(catchCode(fresh::finishBind)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
    assertThat(catchCode(fresh::finishConnect)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
    assertThat(catchCode(fresh::finishListen)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
    assertThat(catchCode(fresh::startListen)).isEqualTo(ErrorCode.INVALID_STATE);
    assertThat(catchCode(fresh::accept)).isEqualTo(ErrorCode.INVALID_STATE);
    assertThat(catchCode(fresh::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
    assertThat(catchCode(() -> fresh.shutdown(Tcp.ShutdownType.BOTH)))
        .isEqualTo(ErrorCode.INVALID_STATE);
    fresh.startBind(network, loopback(0));
    assertThat(catchCode(() -> fresh.startBind(network, loopback(0))))
        .isEqualTo(ErrorCode.INVALID_STATE);
  }

  @Test
  void addressInUse_saysSo() throws Exception {
    Tcp.TcpSocket server = listening();
    assertThat(catchCode(() -> tcp(LOOPBACK).startBind(network, server.localAddress())))
        .isEqualTo(ErrorCode.ADDRESS_IN_USE);
  }

  @Test
  void options_areThoseOfTheSystem() throws Exception {
    Tcp.TcpSocket socket = tcp(LOOPBACK);
    socket.setKeepAliveEnabled(true);
    assertThat(socket.keepAliveEnabled()).isTrue();
    socket.setKeepAliveIdleTime(7_000_000_000L);
    assertThat(socket.keepAliveIdleTime()).isEqualTo(7_000_000_000L);
    socket.setKeepAliveCount(3);
    assertThat(socket.keepAliveCount()).isEqualTo(3);
    socket.setReceiveBufferSize(20_000);
    assertThat(socket.receiveBufferSize()).isGreaterThanOrEqualTo(20_000);
    assertThat(catchCode(() -> socket.setHopLimit(3))).isEqualTo(ErrorCode.NOT_SUPPORTED);
  }

  @Test
  void tooManySockets_areRefused() throws Exception {
    OpenHandles two = new OpenHandles(2);
    TcpHost host =
        new TcpHost(new Sockets(LOOPBACK, WasiLimits.DEFAULT, two, Thread.ofVirtual().factory()));
    try (Tcp.TcpSocket a = host.createTcpSocket(IpAddressFamily.IPV4);
        Tcp.TcpSocket b = host.createTcpSocket(IpAddressFamily.IPV4)) {
      assertThatThrownBy(() -> host.createTcpSocket(IpAddressFamily.IPV4))
          .hasMessageContaining(ErrorCode.NEW_SOCKET_LIMIT.toString());
      assertThat(a.isListening() || b.isListening()).isFalse();
    }
    try (Tcp.TcpSocket again = host.createTcpSocket(IpAddressFamily.IPV4)) {
      assertThat(again.isListening()).isFalse();
    }
  }

  private Udp.UdpSocket udp() throws Exception {
    Udp.UdpSocket socket = new UdpHost(sockets(LOOPBACK)).createUdpSocket(IpAddressFamily.IPV4);
    socket.startBind(network, loopback(0));
    socket.finishBind();
    return socket;
  }

  @Test
  void datagrams_arriveWithTheirSender() throws Exception {
    Udp.UdpSocket one = udp();
    Udp.UdpSocket two = udp();
    Udp.OutgoingDatagramStream out = one.stream(Optional.of(two.localAddress())).v2();
    Udp.IncomingDatagramStream in = two.stream(Optional.empty()).v1();
    assertThat(in.receive(10)).isEmpty();
    block(out.subscribe());
    assertThat(out.checkSend()).isPositive();
    assertThat(out.send(List.of(datagram("a", null), datagram("b", two.localAddress()))))
        .isEqualTo(2);
    block(in.subscribe());
    Udp.IncomingDatagram first = in.receive(1).getFirst();
    assertThat(first.data()).asString(UTF_8).isEqualTo("a");
    assertThat(first.remoteAddress()).isEqualTo(one.localAddress());
    assertThat(one.remoteAddress()).isEqualTo(two.localAddress());
  }

  @Test
  void datagramsOfOthers_areLeftOut_whereOneSenderIsWanted() throws Exception {
    Udp.UdpSocket receiver = udp();
    Udp.UdpSocket friend = udp();
    Udp.UdpSocket stranger = udp();
    Udp.IncomingDatagramStream in = receiver.stream(Optional.of(friend.localAddress())).v1();
    for (Udp.UdpSocket sender : List.of(stranger, friend)) {
      Udp.OutgoingDatagramStream out = sender.stream(Optional.of(receiver.localAddress())).v2();
      assertThat(out.checkSend()).isPositive();
      assertThat(out.send(List.of(datagram(sender == friend ? "friend" : "stranger", null))))
          .isEqualTo(1);
      Thread.sleep(50);
    }
    List<Udp.IncomingDatagram> received = in.receive(10);
    while (received.isEmpty()) {
      in.subscribe().block();
      received = in.receive(10);
    }
    assertThat(received).hasSize(1);
    assertThat(received.getFirst().data()).asString(UTF_8).isEqualTo("friend");
  }

  @Test
  void datagrams_mustBePermittedAndAllowed() throws Exception {
    Udp.OutgoingDatagramStream out = udp().stream(Optional.empty()).v2();
    assertThatThrownBy(() -> out.send(List.of(datagram("x", loopback(9)))))
        .isInstanceOf(TrapException.class);
    assertThat(out.checkSend()).isPositive();
    assertThat(udpCode(() -> out.send(List.of(datagram("x", v4(9, 10, 0, 0, 1))))))
        .isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(udpCode(() -> out.send(List.of(datagram("x", null)))))
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(
            udpCode(
                () ->
                    out.send(
                        List.of(
                            new Udp.OutgoingDatagram(new byte[70_000], Optional.of(loopback(9)))))))
        .isEqualTo(ErrorCode.DATAGRAM_TOO_LARGE);
  }

  @Test
  void name_isLookedUp() throws Exception {
    IpNameLookup lookup =
        new NameLookupHost(sockets(NetworkRules.builder().connect("localhost").build()));
    IpNameLookup.ResolveAddressStream addresses = lookup.resolveAddresses(network, "localhost");
    block(addresses.subscribe());
    assertThat(addresses.resolveNextAddress())
        .contains(new Network.IpAddress.Ipv4(new Tuple4<>(127, 0, 0, 1)));
    assertThatThrownBy(() -> lookup.resolveAddresses(network, "a b"))
        .hasMessageContaining(ErrorCode.INVALID_ARGUMENT.toString());
  }

  private static Udp.OutgoingDatagram datagram(String text, IpSocketAddress to) {
    return new Udp.OutgoingDatagram(text.getBytes(UTF_8), Optional.ofNullable(to));
  }

  private interface Call {
    void run() throws Exception;
  }

  private static ErrorCode catchCode(Call call) {
    Tcp.ErrorCodeException e = catchThrowableOfType(Tcp.ErrorCodeException.class, call::run);
    assertThat(e).as("an error").isNotNull();
    return e.error();
  }

  private static ErrorCode udpCode(Call call) {
    Udp.ErrorCodeException e = catchThrowableOfType(Udp.ErrorCodeException.class, call::run);
    assertThat(e).as("an error").isNotNull();
    return e.error();
  }
}
