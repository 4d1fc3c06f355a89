package dev.mortise.wasi.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wit.wasi.http.v0_2.Types.DnsErrorPayload;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.TlsAlertReceivedPayload;

/** What the exceptions are in WASI with which Java's client fails, as they were seen. */
class HttpFailureTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), new ErrorCode.ConnectionRefused()),
        Arguments.of(
            because(new ConnectException(null), new ClosedChannelException()),
            new ErrorCode.ConnectionRefused()),
        Arguments.of(
            because(
                new ConnectException("Connection reset by peer"),
                new SocketException("Connection reset by peer")),
            new ErrorCode.ConnectionTerminated()),
        Arguments.of(
            new ConnectException("Connection closed"), new ErrorCode.ConnectionTerminated()),
        Arguments.of(
            new ConnectException("Network is unreachable"),
            new ErrorCode.DestinationIpUnroutable()),
        Arguments.of(
            because(new ConnectException(null), new UnresolvedAddressException()),
            new ErrorCode.DnsError(
                new DnsErrorPayload(Optional.of("NXDOMAIN"), /* infoCode= */ Optional.empty()))),
        Arguments.of(
            because(
                new HttpConnectTimeoutException("HTTP connect timed out"),
                new ConnectException("HTTP connect timed out")),
            new ErrorCode.ConnectionTimeout()),
        Arguments.of(
            new HttpTimeoutException("request timed out"), new ErrorCode.ConnectionReadTimeout()),
        Arguments.of(new SocketException("Connection reset"), new ErrorCode.ConnectionTerminated()),
        Arguments.of(
            because(
                new SSLHandshakeException("Remote host terminated the handshake"),
                new SocketException("Connection reset")),
            new ErrorCode.TlsProtocolError()),
        Arguments.of(
            because(new SSLHandshakeException("PKIX"), new CertificateException("expired")),
            new ErrorCode.TlsCertificateError()),
        Arguments.of(
            new SSLHandshakeException("Received fatal alert: handshake_failure"),
            new ErrorCode.TlsAlertReceived(
                new TlsAlertReceivedPayload(
                    /* alertId= */ Optional.empty(), Optional.of("handshake_failure")))),
        Arguments.of(
            new IOException("HTTP/1.1 header parser received no bytes"),
            new ErrorCode.ConnectionTerminated()),
        Arguments.of(
            new IllegalStateException(),
            new ErrorCode.InternalError(Optional.of("IllegalStateException"))));
  }

  private static Throwable because(Throwable failure, Throwable cause) {
    return failure.initCause(cause);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_hasItsCode_bareAndAsACause(Throwable failure, ErrorCode code) {
    assertThat(HttpFailure.code(failure)).isEqualTo(code);
    assertThat(HttpFailure.code(new CompletionException(failure))).isEqualTo(code);
  }
}
