package dev.mortise.wasi.bodies;

import dev.mortise.wasi.exchange.RequestTooLargeException;
import dev.mortise.wasi.io.OpenHandles;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import wit.wasi.http.v0_2.Types.DnsErrorPayload;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.TlsAlertReceivedPayload;

/** What went wrong with a request or an answer, as WASI calls it. */
public final class HttpFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String ALERT = "received fatal alert: ";

  private final transient ErrorCode code;

  /** A failure. */
  public HttpFailure(ErrorCode code) {
    super(code.toString());
    this.code = code;
  }

  /** What it is. */
  public ErrorCode code() {
    return code;
  }

  /** The error that an exception means, by whatever is known of its causes. */
  public static ErrorCode code(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .flatMap(cause -> byType(cause).stream())
        .findFirst()
        .orElseGet(() -> byMessage(failure));
  }

  private static Optional<ErrorCode> byType(Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case HttpFailure ours -> ours.code;
          case RequestTooLargeException large ->
              new ErrorCode.HttpRequestBodySize(Optional.of(large.most()));
          case HttpConnectTimeoutException late -> new ErrorCode.ConnectionTimeout();
          case HttpTimeoutException late -> new ErrorCode.ConnectionReadTimeout();
          case SocketTimeoutException late -> new ErrorCode.ConnectionReadTimeout();
          case TimeoutException late -> new ErrorCode.ConnectionReadTimeout();
          case UnresolvedAddressException unknown -> unknownName();
          case UnknownHostException unknown -> unknownName();
          case NoRouteToHostException unreachable -> new ErrorCode.DestinationIpUnroutable();
          case CertificateException untrusted -> new ErrorCode.TlsCertificateError();
          case CertPathValidatorException untrusted -> new ErrorCode.TlsCertificateError();
          case ProtocolException broken -> new ErrorCode.HttpProtocolError();
          case OpenHandles.TooManyException many -> new ErrorCode.ConnectionLimitReached();
          default -> null;
        });
  }

  private static ErrorCode unknownName() {
    return new ErrorCode.DnsError(
        new DnsErrorPayload(Optional.of("NXDOMAIN"), /* infoCode= */ Optional.empty()));
  }

  /** Java has few exceptions for HTTP; the rest is in their messages. */
  private static ErrorCode byMessage(Throwable failure) {
    Throwable root = failure;
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      all.append(String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT)).append('\n');
      Throwable cause = root.getCause();
      if (cause == null) {
        break;
      }
      root = cause;
    }
    String message = all.toString();
    if (message.contains("timed out")) {
      return new ErrorCode.ConnectionTimeout();
    }
    if (message.contains("unreachable")) {
      return new ErrorCode.DestinationIpUnroutable();
    }
    if (is(failure, ConnectException.class)) {
      // Java's client says so too where the connection was made and then lost.
      return message.contains("reset") || message.contains("connection closed")
          ? new ErrorCode.ConnectionTerminated()
          : new ErrorCode.ConnectionRefused();
    }
    if (is(failure, SSLException.class)) {
      return tls(message);
    }
    if (message.contains("bytes received")
        || message.contains("chunked transfer encoding, state")) {
      return new ErrorCode.HttpResponseIncomplete();
    }
    if (message.contains("header size") || message.contains("headers size")) {
      return new ErrorCode.HttpResponseHeaderSectionSize(Optional.empty());
    }
    if (message.contains("reset")
        || message.contains("broken pipe")
        || message.contains("closed")
        || message.contains("no bytes")
        || is(failure, EOFException.class)) {
      return new ErrorCode.ConnectionTerminated();
    }
    if (message.contains("invalid") || message.contains("malformed")) {
      return new ErrorCode.HttpProtocolError();
    }
    return new ErrorCode.InternalError(Optional.of(root.getClass().getSimpleName()));
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .anyMatch(type::isInstance);
  }

  private static ErrorCode tls(String message) {
    int alert = message.indexOf(ALERT);
    if (alert < 0) {
      return new ErrorCode.TlsProtocolError();
    }
    String name = message.substring(alert + ALERT.length()).lines().findFirst().orElse("");
    return new ErrorCode.TlsAlertReceived(
        new TlsAlertReceivedPayload(/* alertId= */ Optional.empty(), Optional.of(name)));
  }
}
