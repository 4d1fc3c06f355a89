package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mortise.wasi.config.HttpRules;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.exchange.HttpField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An HTTP handler in JavaScript, {@code guests/site/site.js}, as componentize-js makes it. */
@Timeout(120)
class JavaScriptHandlerTest {
  private static WasiHttpHandler handler;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The first build of the guest asks npm, for which the usual time is too short. */
  @BeforeEach
  @Timeout(300)
  void load() throws Exception {
    if (handler == null) {
      handler = WasiHttpHandler.load(JavaScriptGuest.built());
    }
  }

  private HttpOutcome handle(FakeExchange exchange) {
    WasiConfig config =
        WasiConfig.builder()
            .stdout(out)
            .stderr(out)
            .http(HttpRules.of(List.of("127.0.0.1:*")))
            .build();
    return handler.handle(exchange, config, HttpTimeouts.DEFAULT);
  }

  @Test
  void headers_areReadAndSet() {
    FakeExchange exchange = new FakeExchange("PUT", "/headers?a=b", new HttpField("X-A", "1"));
    assertThat(handle(exchange)).isEqualTo(HttpOutcome.answered(201));
    assertThat(exchange.told.getFirst()).contains("x-b=1", "application/json");
    assertThat(exchange.body())
        .isEqualTo("{\"method\":\"PUT\",\"x\":\"1\",\"path\":\"/headers?a=b\"}");
  }

  @Test
  void body_isStreamed_bothWays() {
    FakeExchange stream = new FakeExchange("GET", "/stream");
    assertThat(handle(stream)).isEqualTo(HttpOutcome.answered(200));
    assertThat(stream.body()).isEqualTo("one two three\n");
    String large = "0123456789".repeat(20_000);
    FakeExchange echo =
        new FakeExchange("POST", "/echo", new ByteArrayInputStream(large.getBytes(UTF_8)));
    assertThat(handle(echo)).isEqualTo(HttpOutcome.answered(200));
    assertThat(echo.body()).isEqualTo(large);
  }

  @Test
  void error_isA500_andIsWrittenToStandardError() {
    FakeExchange exchange = new FakeExchange("GET", "/error");
    assertThat(handle(exchange).status()).isEqualTo(500);
    assertThat(exchange.told).hasSize(2).endsWith("end");
    assertThat(out.toString(UTF_8)).contains("it is broken");
  }

  @Test
  void consoleTimeAndRandomNumbers_areTheHosts() {
    FakeExchange exchange = new FakeExchange("GET", "/world");
    assertThat(handle(exchange)).isEqualTo(HttpOutcome.answered(200));
    assertThat(exchange.body()).isEqualTo("{\"sane\":true,\"random\":true}");
    assertThat(out.toString(UTF_8)).contains("asked for the world");
  }

  @Test
  void fetch_isARequestOfTheHost() throws Exception {
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
      String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      FakeExchange exchange = new FakeExchange("GET", "/fetch", new HttpField("x-to", uri));
      assertThat(handle(exchange)).isEqualTo(HttpOutcome.answered(200));
      assertThat(exchange.body()).isEqualTo("202 from afar");
    } finally {
      server.stop(0);
    }
  }
}
