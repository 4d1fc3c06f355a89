package dev.mortise.wasi.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.wasi.config.NetworkPolicy;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.IoError;
import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.wasi.sockets.v0_2.Network.ErrorCode;
import wit.wasi.sockets.v0_2.Network.IpAddressFamily;
import wit.wasi.sockets.v0_2.Tcp;
import wit.wasi.sockets.v0_2.Udp;

/** What sockets say of themselves, and what can be set: no network is needed for it. */
class SocketOptionsTest {
  private static final long SECOND = 1_000_000_000L;

  private final OpenHandles handles = new OpenHandles(10);
  private final Sockets sockets =
      new Sockets(NetworkPolicy.NONE, WasiLimits.DEFAULT, handles, Thread.ofVirtual().factory());
  private Tcp.TcpSocket tcp;
  private Udp.UdpSocket udp;

  @BeforeEach
  void create() throws Exception {
    tcp = new TcpHost(sockets).createTcpSocket(IpAddressFamily.IPV4);
    udp = new UdpHost(sockets).createUdpSocket(IpAddressFamily.IPV4);
  }

  @AfterEach
  void close() {
    handles.close();
  }

  private interface Call {
    void run() throws Exception;
  }

  private static ErrorCode tcpCode(Call call) {
    Tcp.ErrorCodeException e = catchThrowableOfType(Tcp.ErrorCodeException.class, call::run);
    assertThat(e).as("an error").isNotNull();
    return e.error();
  }

  private static ErrorCode udpCode(Call call) {
    Udp.ErrorCodeException e = catchThrowableOfType(Udp.ErrorCodeException.class, call::run);
    assertThat(e).as("an error").isNotNull();
    return e.error();
  }

  @ParameterizedTest
  @EnumSource
  void socket_isOfTheFamilyThatWasAskedFor(IpAddressFamily family) throws Exception {
    assertThat(new TcpHost(sockets).createTcpSocket(family).addressFamily()).isEqualTo(family);
    assertThat(new UdpHost(sockets).createUdpSocket(family).addressFamily()).isEqualTo(family);
  }

  @Test
  void keepAlive_isSetInWholeSeconds() throws Exception {
    tcp.setKeepAliveInterval(3 * SECOND + 7);
    assertThat(tcp.keepAliveInterval()).isEqualTo(3 * SECOND);
    tcp.setKeepAliveIdleTime(1);
    assertThat(tcp.keepAliveIdleTime()).isEqualTo(SECOND);
    tcp.setKeepAliveEnabled(false);
    assertThat(tcp.keepAliveEnabled()).isFalse();
    assertThat(tcpCode(() -> tcp.setKeepAliveInterval(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(tcpCode(() -> tcp.setKeepAliveIdleTime(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void buffers_areAtLeastAsLargeAsWasAskedFor() throws Exception {
    tcp.setSendBufferSize(20_000);
    assertThat(tcp.sendBufferSize()).isGreaterThanOrEqualTo(20_000);
    udp.setReceiveBufferSize(20_000);
    assertThat(udp.receiveBufferSize()).isGreaterThanOrEqualTo(20_000);
    udp.setSendBufferSize(20_000);
    assertThat(udp.sendBufferSize()).isGreaterThanOrEqualTo(20_000);
    assertThat(tcpCode(() -> tcp.setSendBufferSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(udpCode(() -> udp.setSendBufferSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(udpCode(() -> udp.setReceiveBufferSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  /** Java has no option for it. */
  @Test
  void hopLimit_isTheSystemsOwn() throws Exception {
    tcp.setHopLimit(tcp.hopLimit());
    assertThat(tcpCode(() -> tcp.setHopLimit(1))).isEqualTo(ErrorCode.NOT_SUPPORTED);
    assertThat(tcpCode(() -> tcp.setHopLimit(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    udp.setUnicastHopLimit(udp.unicastHopLimit());
    assertThat(udpCode(() -> udp.setUnicastHopLimit(1))).isEqualTo(ErrorCode.NOT_SUPPORTED);
    assertThat(udpCode(() -> udp.setUnicastHopLimit(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void listenBacklog_isAHint() throws Exception {
    tcp.setListenBacklogSize(1);
    assertThat(tcpCode(() -> tcp.setListenBacklogSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(tcp.isListening()).isFalse();
  }

  @Test
  void udpSocket_hasNoAddressBeforeItIsBound() {
    assertThat(udpCode(udp::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
    assertThat(udpCode(udp::remoteAddress)).isEqualTo(ErrorCode.INVALID_STATE);
    assertThat(udpCode(udp::finishBind)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
    assertThat(udp.subscribe().ready()).isTrue();
  }

  @Test
  void networkErrorCode_knowsErrorsOfSocketsAlone() {
    NetworkHost host = new NetworkHost();
    assertThat(host.networkErrorCode(new IoError(new SocketFailure(ErrorCode.CONNECTION_RESET))))
        .contains(ErrorCode.CONNECTION_RESET);
    assertThat(host.networkErrorCode(new IoError(new IOException("of a file")))).isEmpty();
  }
}
