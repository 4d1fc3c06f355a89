package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.HttpRules;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.exchange.RequestTooLargeException;
import dev.mortise.wasi.http.Http;
import dev.mortise.wasi.http.HttpTypesHost;
import dev.mortise.wasi.io.OpenHandles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.http.v0_2.Types;

/** A component that answers requests: {@code guests/handler.c}. */
@Timeout(60)
class WasiHttpHandlerTest {
  private static final HttpTimeouts BRIEF =
      new HttpTimeouts(Duration.ofMillis(500), Duration.ofMillis(500));

  private static WasiHttpHandler handler;

  @BeforeAll
  static void load() throws IOException {
    handler = WasiHttpHandler.of(guest(), "handler.wasm", Imports.NONE);
  }

  static Component guest() throws IOException {
    try (InputStream in = WasiHttpHandlerTest.class.getResourceAsStream("guests/handler.wasm")) {
      return Component.load(in.readAllBytes());
    }
  }

  private static HttpOutcome handle(FakeExchange exchange) {
    return handler.handle(exchange, WasiConfig.NONE, HttpTimeouts.DEFAULT);
  }

  @Test
  void answer_hasStatusHeadersAndBody() {
    FakeExchange exchange =
        new FakeExchange(
            "BREW",
            "/pot?sugar=2",
            new HttpField("X-A", "one"),
            new HttpField("Host", "here"),
            new HttpField("Connection", "close"),
            new HttpField("x-a", "two"));
    assertThat(handle(exchange)).isEqualTo(HttpOutcome.answered(201));
    assertThat(exchange.told).containsExactly("respond 201 X-Twice=1, x-twice=2", "end");
    assertThat(exchange.body()).isEqualTo("BREW /pot?sugar=2\nX-A: one\nx-a: two\n");
  }

  @Test
  void bodyAndTrailers_areSentBack() {
    String text = "0123456789".repeat(50_000);
    FakeExchange exchange =
        new FakeExchange("POST", "/echo", new ByteArrayInputStream(text.getBytes(UTF_8)));
    exchange.requestTrailers = List.of(new HttpField("x-sum", "42"), new HttpField("host", "no"));
    assertThat(handle(exchange).problem()).isEmpty();
    assertThat(exchange.body()).isEqualTo(text);
    assertThat(exchange.told).containsExactly("respond 200 ", "trailers x-sum=42", "end");
  }

  /** What was sent comes back before the rest is sent. */
  @Test
  void body_isStreamed() throws Exception {
    PipedInputStream in = new PipedInputStream();
    FakeExchange exchange = new FakeExchange("POST", "/echo", in);
    Thread server;
    try (PipedOutputStream out = new PipedOutputStream(in)) {
      server = Thread.startVirtualThread(() -> handle(exchange));
      for (String part : List.of("first", "second")) {
        out.write(part.getBytes(UTF_8));
        out.flush();
        while (!exchange.body().endsWith(part)) {
          Thread.sleep(5);
        }
      }
    }
    server.join();
    assertThat(exchange.body()).isEqualTo("firstsecond");
  }

  @Test
  void head_hasNoBody() {
    FakeExchange exchange = new FakeExchange("HEAD", "/hello");
    assertThat(handle(exchange)).isEqualTo(HttpOutcome.answered(200));
    assertThat(exchange.told.getFirst()).contains("content-length=6");
    assertThat(exchange.body()).isEmpty();
  }

  @Test
  void informational_isSentBefore() {
    FakeExchange exchange = new FakeExchange("GET", "/inform");
    handle(exchange);
    assertThat(exchange.told).startsWith("inform 103 link=</style.css>; rel=preload").hasSize(3);
    assertThat(exchange.body()).isEqualTo("hello\n");
  }

  @Test
  void error_isA500_whoseReasonTheClientDoesNotSee() {
    FakeExchange exchange = new FakeExchange("GET", "/error");
    HttpOutcome outcome = handle(exchange);
    assertThat(outcome.status()).isEqualTo(500);
    assertThat(outcome.problem().orElseThrow()).contains("it is broken");
    assertThat(exchange.body()).isEqualTo("The server cannot answer (500).\n");
  }

  @Test
  void trap_isA500() {
    HttpOutcome outcome = handle(new FakeExchange("GET", "/trap"));
    assertThat(outcome.status()).isEqualTo(500);
    assertThat(outcome.cause()).isInstanceOf(TrapException.class);
    assertThat(outcome.problem().orElseThrow()).contains("the component has failed", "unreachable");
  }

  @Test
  void noAnswer_isA500() {
    HttpOutcome outcome = handle(new FakeExchange("GET", "/nothing"));
    assertThat(outcome.status()).isEqualTo(500);
    assertThat(outcome.problem().orElseThrow()).contains("without an answer");
  }

  @Test
  void componentThatNeverAnswers_isEnded() {
    FakeExchange exchange = new FakeExchange("GET", "/spin");
    long began = System.nanoTime();
    HttpOutcome outcome = handler.handle(exchange, WasiConfig.NONE, BRIEF);
    assertThat(outcome.status()).isEqualTo(504);
    assertThat(exchange.body()).isEqualTo("The server cannot answer (504).\n");
    // It waits for five seconds until the component has ended.
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void body_thatNobodyTakes_endsTheComponent() {
    FakeExchange exchange = new FakeExchange("GET", "/endless");
    exchange.mostBytes = 1 << 20;
    HttpOutcome outcome = handle(exchange);
    assertThat(outcome.problem().orElseThrow()).contains("the client hung up");
    assertThat(exchange.told).containsExactly("respond 200 ", "abort");
  }

  @Test
  void body_shorterThanDeclared_isBrokenOff() {
    FakeExchange exchange = new FakeExchange("GET", "/brief");
    HttpOutcome outcome = handle(exchange);
    assertThat(outcome.problem().orElseThrow()).contains("not sent whole", "HttpResponseBodySize");
    assertThat(exchange.told).containsExactly("respond 200 content-length=10", "abort");
  }

  @Test
  void body_thatTheComponentLeaves_isBrokenOff_orEmpty() {
    FakeExchange part = new FakeExchange("GET", "/leave-part");
    assertThat(handle(part).problem().orElseThrow()).contains("not sent whole");
    assertThat(part.told).containsExactly("respond 200 ", "abort");
    FakeExchange empty = new FakeExchange("GET", "/leave");
    assertThat(handle(empty)).isEqualTo(HttpOutcome.answered(200));
    assertThat(empty.told).containsExactly("respond 200 ", "end");
  }

  @Test
  void requestBody_thatStops_endsTheComponent() throws Exception {
    try (PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in)) {
      out.write("part".getBytes(UTF_8));
      FakeExchange exchange = new FakeExchange("POST", "/echo", in);
      HttpOutcome outcome = handler.handle(exchange, WasiConfig.NONE, BRIEF);
      assertThat(outcome.problem().orElseThrow()).contains("not sent whole");
      assertThat(exchange.body()).isEqualTo("part");
      assertThat(exchange.told).endsWith("abort");
    }
  }

  @Test
  void requestBody_thatIsTooLong_isAnErrorOfItsStream() {
    InputStream large =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new RequestTooLargeException(5);
          }

          @Override
          public int read(byte[] bytes, int from, int count) throws IOException {
            return read();
          }
        };
    FakeExchange exchange = new FakeExchange("POST", "/echo", large);
    assertThat(handle(exchange).status()).isEqualTo(200);
    assertThat(exchange.body()).isEmpty();
  }

  @Test
  void otherServers_areAskedIfTheyMayBe() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        request -> {
          request.sendResponseHeaders(202, 0);
          request.getResponseBody().write("from afar".getBytes(UTF_8));
          request.close();
        });
    server.start();
    try {
      String authority = "127.0.0.1:" + server.getAddress().getPort();
      FakeExchange exchange = new FakeExchange("GET", "/forward", new HttpField("x-to", authority));
      WasiConfig config = WasiConfig.builder().http(HttpRules.of(List.of("127.0.0.1:*"))).build();
      assertThat(handler.handle(exchange, config, HttpTimeouts.DEFAULT))
          .isEqualTo(HttpOutcome.answered(202));
      assertThat(exchange.body()).isEqualTo("from afar");

      HttpOutcome denied =
          handle(new FakeExchange("GET", "/forward", new HttpField("x-to", authority)));
      assertThat(denied.status()).isEqualTo(500);
      assertThat(denied.problem().orElseThrow()).contains("HttpRequestDenied");
    } finally {
      server.stop(0);
    }
    FakeExchange refused =
        new FakeExchange("GET", "/forward", new HttpField("x-to", "127.0.0.1:1"));
    WasiConfig all = WasiConfig.builder().http(uri -> true).build();
    assertThat(handler.handle(refused, all, HttpTimeouts.DEFAULT).status()).isEqualTo(502);
  }

  @Test
  void componentThatHandlesNoRequests_isNotLinked() {
    assertThatThrownBy(
            () ->
                WasiHttpHandler.of(
                    Component.load(new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0}),
                    "empty.wasm",
                    Imports.NONE))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("wasi:http/incoming-handler");
  }

  @Test
  void incomingRequest_saysWhatTheServerSays() throws Exception {
    OpenHandles handles = new OpenHandles(10);
    HttpTypesHost types =
        new HttpTypesHost(
            new Http(uri -> false, WasiLimits.DEFAULT, handles, Thread.ofVirtual().factory()));
    FakeExchange exchange =
        new FakeExchange("PATCH", "/?q", new HttpField("Host", "here"), new HttpField("A", "b"));
    Types.IncomingRequest request = types.incomingRequest(exchange);
    assertThat(request.method()).isEqualTo(new Types.Method.Patch());
    assertThat(request.scheme()).contains(new Types.Scheme.Http());
    assertThat(request.authority()).contains("here");
    assertThat(request.pathWithQuery()).contains("/?q");
    Types.Fields headers = request.headers();
    assertThat(headers.entries()).hasSize(1);
    assertThatThrownBy(() -> headers.delete("a")).isInstanceOf(Types.HeaderErrorException.class);
    assertThatThrownBy(request::close).isInstanceOf(TrapException.class);
    headers.close();
    Types.IncomingBody body = request.consume();
    assertThatThrownBy(request::consume).isInstanceOf(Types.FailedException.class);
    body.close();
    request.close();
    handles.close();
  }
}
