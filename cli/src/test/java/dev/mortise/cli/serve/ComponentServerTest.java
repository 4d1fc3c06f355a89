package dev.mortise.cli.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.wasi.HttpOutcome;
import dev.mortise.wasi.WasiHttpHandler;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server on a port of this machine, with the component {@code handler.c} of the module wasi. */
@Timeout(60)
class ComponentServerTest {
  private static final Path GUEST =
      Path.of("../wasi/src/test/resources/dev/mortise/wasi/guests/handler.wasm");
  private static final int MOST_HEADER = 2048;
  private static final int MOST_BODY = 1 << 20;

  private static WasiHttpHandler handler;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> accesses = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private ComponentServer server;

  @BeforeAll
  static void load() throws IOException {
    handler = WasiHttpHandler.load(GUEST);
  }

  private void start(double seconds, int requests) throws IOException {
    Duration time = Duration.ofMillis((long) (seconds * 1000));
    ServeSettings settings =
        new ServeSettings(
            "127.0.0.1", 0, time, time, time, time, MOST_HEADER, MOST_BODY, requests, 100);
    ServeLog log =
        new ServeLog() {
          @Override
          public void access(String line) {
            accesses.add(line);
          }

          @Override
          public void problem(String request, HttpOutcome outcome) {
            problems.add(request + ": " + outcome.problem().orElseThrow());
          }
        };
    server = new ComponentServer(handler, WasiConfig.NONE, settings, log);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    client.shutdownNow();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(to(path).build(), BodyHandlers.ofString());
  }

  private Socket socket() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String all(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = socket()) {
      say(socket, request);
      return all(socket);
    }
  }

  /** A client may have its answer before the server has its line. */
  private static List<String> logged(List<String> lines, int count) throws InterruptedException {
    while (lines.size() < count) {
      Thread.sleep(5);
    }
    return lines;
  }

  @Test
  void request_reachesTheComponent_andItsAnswerTheClient() throws Exception {
    start(20, 10);
    HttpResponse<String> response =
        client.send(
            to("/a/b?c=%20d")
                .method("BREW", HttpRequest.BodyPublishers.noBody())
                .header("X-A", "1")
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().allValues("x-twice")).containsExactly("1", "2");
    assertThat(response.body()).startsWith("BREW /a/b?c=%20d\n").contains("X-A: 1\n");
    assertThat(response.body().toLowerCase(Locale.ROOT)).doesNotContain("host:");
    assertThat(problems).isEmpty();
    assertThat(logged(accesses, 1))
        .singleElement()
        .asString()
        .matches("127\\.0\\.0\\.1 - - \\[.*\\] \"BREW /a/b\\?c=%20d HTTP/1\\.1\" 201 \\d+");
  }

  /** Each part comes back before the next one is sent. */
  @Test
  void bodies_areStreamedBothWays() throws Exception {
    start(20, 10);
    try (Socket socket = socket()) {
      say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      InputStream in = socket.getInputStream();
      for (String part : List.of("first", "other")) {
        say(socket, "5\r\n" + part + "\r\n");
        String seen = "";
        while (!seen.contains(part)) {
          int c = in.read();
          assertThat(c).isNotNegative();
          seen += (char) c;
        }
      }
      say(socket, "0\r\nX-Sum: 42\r\n\r\n");
      StringBuilder rest = new StringBuilder();
      while (rest.indexOf("42\r\n\r\n") < 0) {
        rest.append((char) in.read());
      }
      assertThat(rest.toString().toLowerCase(Locale.ROOT)).contains("0\r\nx-sum: 42\r\n");
    }
  }

  @Test
  void largeBody_comesBackWhole() throws Exception {
    start(20, 10);
    String large = "0123456789abcdef".repeat(60_000);
    HttpResponse<String> response =
        client.send(
            to("/echo").POST(HttpRequest.BodyPublishers.ofString(large)).build(),
            BodyHandlers.ofString());
    assertThat(response.body()).isEqualTo(large);
  }

  @Test
  void informational_isSentBefore() throws Exception {
    start(20, 10);
    assertThat(exchange("GET /inform HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 103 ")
        .contains("</style.css>; rel=preload", "HTTP/1.1 200 OK")
        .endsWith("hello\n");
    assertThat(exchange("GET /inform HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void failures_areAnswered_andLogged() throws Exception {
    start(20, 10);
    for (String path : List.of("/error", "/trap", "/nothing")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("The server cannot answer (500).\n");
    }
    assertThat(logged(problems, 3))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("GET /error: ").contains("it is broken"),
            one -> assertThat(one).startsWith("GET /trap: ").contains("unreachable"),
            one -> assertThat(one).startsWith("GET /nothing: ").contains("without an answer"));
    assertThat(get("/hello").body()).isEqualTo("hello\n");
  }

  @Test
  void bodyThatIsNotWhole_isSeenToBeBroken() throws Exception {
    start(20, 10);
    assertThatThrownBy(() -> get("/brief")).isInstanceOf(IOException.class);
    assertThat(logged(problems, 1)).singleElement().asString().contains("not sent whole");
  }

  @Test
  void componentThatNeverAnswers_isEnded() throws Exception {
    start(1, 10);
    assertThat(get("/spin").statusCode()).isEqualTo(504);
    assertThat(logged(problems, 1))
        .singleElement()
        .asString()
        .contains("has not answered within PT1S");
  }

  /** Who takes an answer without end, and hangs up, ends the component too. */
  @Test
  void answerWithoutEnd_endsWithTheClient() throws Exception {
    start(20, 1);
    try (Socket socket = socket()) {
      say(socket, "GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(socket.getInputStream().readNBytes(1 << 20)).hasSize(1 << 20);
      assertThat(get("/hello").statusCode()).isEqualTo(503);
    }
    assertThat(logged(problems, 1)).singleElement().asString().contains("not sent whole");
    long began = System.nanoTime();
    while (get("/hello").statusCode() != 200) {
      assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
      Thread.sleep(10);
    }
  }

  @Test
  void slowHead_isCutOff_howeverItTrickles() throws Exception {
    start(1, 10);
    try (Socket socket = socket()) {
      say(socket, "GET /hello HTTP/1.1\r\n");
      long began = System.nanoTime();
      assertThatThrownBy(
              () -> {
                for (; ; ) {
                  say(socket, "X: y\r\n");
                  Thread.sleep(100);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }
    try (Socket silent = socket()) {
      assertThat(all(silent)).isEmpty();
    }
    assertThat(get("/hello").body()).isEqualTo("hello\n");
  }

  @Test
  void slowBody_isCutOff() throws Exception {
    start(1, 10);
    try (Socket socket = socket()) {
      say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\npart");
      assertThat(all(socket)).contains("part").doesNotContain("\r\n0\r\n\r\n");
    }
    assertThat(get("/hello").body()).isEqualTo("hello\n");
  }

  @Test
  void bodyThatIsTooLong_isRefused_orEndsTheStream() throws Exception {
    start(20, 10);
    byte[] large = new byte[MOST_BODY + 1];
    assertThat(
            exchange(
                "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                    + large.length
                    + "\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
    try (Socket socket = socket()) {
      say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> {
                try {
                  OutputStream out = socket.getOutputStream();
                  for (; ; ) {
                    out.write("1000\r\n".getBytes(UTF_8));
                    out.write(new byte[4096]);
                    out.write("\r\n".getBytes(UTF_8));
                  }
                } catch (IOException e) {
                  // The server has had enough.
                }
              });
      sender.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void headThatIsTooLong_isRefused() throws Exception {
    start(20, 10);
    assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(MOST_HEADER) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(logged(accesses, 1)).hasSize(1);
  }

  @Test
  void requestThatIsNone_isRefused() throws Exception {
    start(20, 10);
    for (String wrong :
        List.of(
            "GET /hello HTTP/1.1\r\nHost: a\r\nX y: z\r\n\r\n",
            "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\rSet-Cookie: b\r\n\r\n",
            "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
            "GET /hel\0lo HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding:"
                + " chunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "GET /hello HTTP/1.1\r\n\r\n")) {
      assertThat(exchange(wrong)).as(wrong).startsWith("HTTP/1.1 400 ");
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void requestsThatAreTooMany_areToldToComeBack() throws Exception {
    start(20, 3);
    List<Socket> busy = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        Socket socket = socket();
        busy.add(socket);
        say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
        byte[] line = socket.getInputStream().readNBytes(15);
        assertThat(line).asString(UTF_8).isEqualTo("HTTP/1.1 200 OK");
      }
      HttpResponse<String> refused = get("/hello");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).contains("1");
      for (Socket socket : busy) {
        say(socket, "bc");
      }
      while (get("/hello").statusCode() != 200) {
        Thread.sleep(10);
      }
    } finally {
      for (Socket socket : busy) {
        socket.close();
      }
    }
  }

  /** The request that is being answered ends; no other one begins. */
  @Test
  void stop_letsRequestsEnd() throws Exception {
    start(10, 10);
    try (Socket socket = socket()) {
      say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\nhalf");
      assertThat(socket.getInputStream().readNBytes(15)).asString(UTF_8).endsWith("200 OK");
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
      while (canConnect()) {
        Thread.sleep(10);
      }
      assertThat(stopped).isNotDone();
      say(socket, "half");
      assertThat(all(socket)).contains("half", "half");
      stopped.get(10, TimeUnit.SECONDS);
    }
    assertThat(problems).isEmpty();
  }

  private boolean canConnect() {
    try (Socket socket = socket()) {
      return socket.isConnected();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void stop_endsRequestsThatTakeLongerThanTheirGrace() throws Exception {
    start(1, 10);
    try (Socket socket = socket()) {
      say(socket, "GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(socket.getInputStream().readNBytes(15)).asString(UTF_8).endsWith("200 OK");
      long began = System.nanoTime();
      server.stop();
      assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
  }

  @Test
  void port_thatIsTaken_isAnError() throws Exception {
    start(20, 10);
    ServeSettings same =
        new ServeSettings(
            "127.0.0.1",
            server.port(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            MOST_HEADER,
            MOST_BODY,
            1,
            1);
    try (ComponentServer other = new ComponentServer(handler, WasiConfig.NONE, same, new NoLog())) {
      assertThatThrownBy(other::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1");
    }
  }

  private static final class NoLog implements ServeLog {
    @Override
    public void access(String line) {}

    @Override
    public void problem(String request, HttpOutcome outcome) {}
  }
}
