package dev.mortise.wasi.http;

import static dev.mortise.wasi.http.Messages.answer;
import static dev.mortise.wasi.http.RawServer.say;
import static dev.mortise.wasi.http.RawServer.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.HttpRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.http.v0_2.Types.Scheme;
import wit.wasi.io.v0_2.Streams;

/** The {@code error-code} that each failure of a request is, against servers of this machine. */
@Timeout(60)
class OutgoingErrorsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final HttpPolicy HERE = HttpRules.of(List.of("127.0.0.1:*", "localhost:*"));

  private final Messages messages = new Messages(HERE);
  private final List<RawServer> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    messages.close();
    for (RawServer server : servers) {
      server.close();
    }
  }

  /** The authority of a new server. */
  private String raw(RawServer.Handler handler) throws IOException {
    RawServer server = new RawServer(handler);
    servers.add(server);
    return server.authority();
  }

  private Types.OutgoingRequest get(String authority) throws Exception {
    return messages.request(new Method.Get(), authority, "/");
  }

  private Types.OutgoingRequest getByTls(String authority) throws Exception {
    Types.OutgoingRequest request = get(authority);
    request.setScheme(Optional.empty()); // which is https
    return request;
  }

  private ErrorCode failure(Types.OutgoingRequest request) {
    return messages.failure(() -> messages.send(request));
  }

  @Test
  void address_thatIsNotAllowed_isDenied() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    String authority = raw(socket -> asked.incrementAndGet());
    try (Messages none = new Messages(HttpPolicy.NONE)) {
      assertThat(none.failure(() -> none.begin(none.request(new Method.Get(), authority, "/"))))
          .isEqualTo(new ErrorCode.HttpRequestDenied());
    }
    for (String other :
        List.of("example.com", "127.0.0.2:80", "127.0.0.1.example.com", "[::1]:1")) {
      assertThat(messages.failure(() -> messages.begin(get(other))))
          .isEqualTo(new ErrorCode.HttpRequestDenied());
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void request_withoutAuthority_orOfAnotherScheme_orTunnel_isRefused() throws Exception {
    Types.OutgoingRequest none = get("127.0.0.1:1");
    none.setAuthority(Optional.empty());
    assertThat(messages.failure(() -> messages.begin(none)))
        .isEqualTo(new ErrorCode.HttpRequestUriInvalid());
    Types.OutgoingRequest ftp = get("127.0.0.1:1");
    ftp.setScheme(Optional.of(new Scheme.Other("ftp")));
    assertThat(messages.failure(() -> messages.begin(ftp)))
        .isEqualTo(new ErrorCode.HttpProtocolError());
    assertThat(
            messages.failure(
                () -> messages.begin(messages.request(new Method.Connect(), "127.0.0.1:1", "/"))))
        .isEqualTo(new ErrorCode.HttpRequestMethodInvalid());
  }

  @Test
  void port_thatNobodyListensAt_isRefused() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      free = socket.getLocalPort();
    }
    assertThat(failure(get("127.0.0.1:" + free))).isEqualTo(new ErrorCode.ConnectionRefused());
  }

  @Test
  void name_thatNobodyHas_isAnErrorOfDns() throws Exception {
    try (Messages all = new Messages(uri -> true)) {
      assertThat(
              all.failure(() -> all.send(all.request(new Method.Get(), "nobody.invalid:80", "/"))))
          .isInstanceOf(ErrorCode.DnsError.class);
    }
  }

  @Test
  void tls_whereNoneIsSpoken_isAnErrorOfTls() throws Exception {
    String plain = raw(saying("HTTP/1.1 400 Bad Request\r\n\r\n"));
    assertThat(failure(getByTls(plain))).isEqualTo(new ErrorCode.TlsProtocolError());
  }

  @Test
  void tls_thatTheServerEndsBeforeItsAnswer_isAnErrorOfTls() throws Exception {
    assertThat(failure(getByTls(raw(Socket::close)))).isEqualTo(new ErrorCode.TlsProtocolError());
  }

  @Test
  void tls_whoseConnectionIsResetBeforeItsAnswer_isAnErrorOfTls() throws Exception {
    String reset = raw(socket -> socket.setSoLinger(true, 0));
    assertThat(failure(getByTls(reset))).isEqualTo(new ErrorCode.TlsProtocolError());
  }

  @Test
  void request_whoseConnectionIsReset_isAConnectionTerminated() throws Exception {
    String reset = raw(socket -> socket.setSoLinger(true, 0));
    assertThat(failure(get(reset))).isEqualTo(new ErrorCode.ConnectionTerminated());
  }

  @Test
  void answer_thatDoesNotCome_isTooLate() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    String silent = raw(socket -> done.await(30, TimeUnit.SECONDS));
    Types.RequestOptions options = messages.types.newRequestOptions();
    options.setFirstByteTimeout(Optional.of(200_000_000L));
    assertThat(messages.failure(() -> answer(messages.begin(get(silent), options))))
        .isEqualTo(new ErrorCode.ConnectionReadTimeout());
    done.countDown();
  }

  /** A queue of connections that is full lets no more connect. */
  @Test
  void connection_thatIsNotMade_isTooLate() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
      List<Socket> waiting = new ArrayList<>();
      try {
        for (int i = 0; i < 5; i++) {
          Socket socket = new Socket();
          waiting.add(socket);
          socket.connect(full.getLocalSocketAddress(), 300);
        }
      } catch (IOException e) {
        // It is full now.
      }
      Types.RequestOptions options = messages.types.newRequestOptions();
      options.setConnectTimeout(Optional.of(200_000_000L));
      Types.OutgoingRequest request = get("127.0.0.1:" + full.getLocalPort());
      assertThat(messages.failure(() -> answer(messages.begin(request, options))))
          .isEqualTo(new ErrorCode.ConnectionTimeout());
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void body_thatStops_isTooLate() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    String slow =
        raw(
            socket -> {
              say(socket, "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
              done.await(30, TimeUnit.SECONDS);
            });
    Types.RequestOptions options = messages.types.newRequestOptions();
    options.setBetweenBytesTimeout(Optional.of(200_000_000L));
    Types.IncomingResponse response = answer(messages.begin(get(slow), options));
    Streams.InputStream in = response.consume().stream();
    assertThat(in.blockingRead(10)).asString(UTF_8).isEqualTo("abc");
    assertThat(messages.failure(() -> in.blockingRead(10)))
        .isEqualTo(new ErrorCode.ConnectionReadTimeout());
    done.countDown();
  }

  @Test
  void body_thatEndsTooSoon_isIncomplete() throws Exception {
    // The end comes after the head was seen: else the answer itself may fail already.
    CountDownLatch seen = new CountDownLatch(1);
    String brief =
        raw(
            socket -> {
              say(socket, "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
              seen.await(30, TimeUnit.SECONDS);
            });
    Types.IncomingResponse response = messages.send(get(brief));
    Streams.InputStream in = response.consume().stream();
    assertThat(in.blockingRead(10)).asString(UTF_8).isEqualTo("abc");
    seen.countDown();
    assertThat(messages.failure(() -> in.blockingRead(10)))
        .isEqualTo(new ErrorCode.HttpResponseIncomplete());
  }

  @Test
  void server_thatHangsUp_isAConnectionTerminated() throws Exception {
    String rude = raw(Socket::close);
    assertThat(failure(messages.request(new Method.Post(), rude, "/")))
        .isEqualTo(new ErrorCode.ConnectionTerminated());
  }

  @Test
  void server_thatSpeaksNoHttp_isAProtocolError() throws Exception {
    String other = raw(saying("SSH-2.0-x\r\n\r\n"));
    assertThat(failure(get(other))).isEqualTo(new ErrorCode.HttpProtocolError());
  }
}
