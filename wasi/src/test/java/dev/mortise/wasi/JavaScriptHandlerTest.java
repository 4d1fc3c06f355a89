package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mortise.wasi.config.HttpRules;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.exchange.HttpField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code guests/site/site.js} as a component, which componentize-js makes: 14 MB, so it is built
 * and not kept. With {@code -Dguests.js} npm fetches what is needed for it; {@code
 * -Dguests.js=FOLDER} has a {@code node_modules} with it. It is built once, into {@code target}.
 */
@Timeout(120)
class JavaScriptHandlerTest {
  private static final Path GUESTS = Path.of("src/test/resources/dev/mortise/wasi/guests/site");
  private static final Path CONTRACTS = Path.of("../wasi-contracts/src/main/wit/0.2/deps");
  private static final Path BUILT = Path.of("target/guests/site.wasm").toAbsolutePath();

  /** The version of the interfaces that componentize-js 0.22.0 has. */
  private static final String VERSION = "0.2.10";

  private static WasiHttpHandler handler;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeAll
  static void build() throws Exception {
    String modules = System.getProperty("guests.js");
    if (!Files.exists(BUILT)) {
      Assumptions.assumeTrue(
          modules != null,
          "the JavaScript guest is not built: -Dguests.js builds it with Node.js and npm");
      Files.createDirectories(BUILT.getParent());
      Path folder = Path.of(modules);
      if (modules.isEmpty() || modules.equals("true")) {
        folder = BUILT.getParent();
        run("npm", "install", "--prefix", folder, "@bytecodealliance/componentize-js@0.22.0");
      }
      Path wit = BUILT.resolveSibling("wit");
      writeWit(wit);
      run("node", GUESTS.resolve("build.mjs"), folder.toAbsolutePath(), wit, BUILT);
    }
    handler = WasiHttpHandler.load(BUILT);
  }

  /** The world, of the interfaces as they were in an older version. */
  private static void writeWit(Path wit) throws IOException {
    Files.createDirectories(wit.resolve("deps"));
    Files.writeString(
        wit.resolve("site.wit"),
        "package mortise:site;\nworld site { export wasi:http/incoming-handler@" + VERSION + "; }");
    try (Stream<Path> files = Files.list(CONTRACTS)) {
      for (Path file : files.toList()) {
        String text =
            Files.readString(file)
                .replaceAll("@(since|unstable)\\([^)]*\\)", "@since(version = 0.2.0)")
                .replace("@0.2.12", "@" + VERSION);
        Files.writeString(wit.resolve("deps").resolve(file.getFileName()), text);
      }
    }
  }

  private static void run(Object... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
            .redirectErrorStream(true)
            .redirectOutput(BUILT.resolveSibling("build.log").toFile())
            .start();
    assertThat(process.waitFor()).as("see target/guests/build.log").isZero();
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
