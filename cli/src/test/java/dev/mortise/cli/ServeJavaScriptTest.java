package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mortise.cli.report.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * {@code mortise serve} with a handler in JavaScript, by HTTP. The tests of the module wasi build
 * it ({@code JavaScriptGuest}), where Node.js and npm are.
 */
@Timeout(60)
@EnabledIf(
    value = "guestIsBuilt",
    disabledReason =
        "the JavaScript guest is not built: the tests of wasi build it, with Node.js and npm")
class ServeJavaScriptTest {
  private static final Path SOURCE =
      Path.of("../wasi/src/test/resources/dev/mortise/wasi/guests/site/site.js");
  private static final Path GUEST = Path.of("../wasi/target/guests/site.wasm");
  private static final Pattern ADDRESS = Pattern.compile("^serving .* at (http://\\S+:(\\d+)/)$");

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;
  private static final ByteArrayOutputStream OF_GUEST = new ByteArrayOutputStream();
  private static final StringWriter OF_COMMAND = new StringWriter();

  private static HttpClient client;
  private static Thread thread;
  private static FutureTask<Integer> command;
  private static URI address;

  static boolean guestIsBuilt() throws IOException {
    return Files.exists(GUEST)
        && Files.getLastModifiedTime(GUEST).compareTo(Files.getLastModifiedTime(SOURCE)) >= 0;
  }

  @BeforeAll
  static void serve() throws Exception {
    PrintStream guest = new PrintStream(OF_GUEST, true, UTF_8);
    System.setOut(guest);
    System.setErr(guest);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String[] arguments = {"serve", "--port=0", "--allow-http=127.0.0.1:*", GUEST.toString()};
    command =
        new FutureTask<>(
            () -> {
              PrintWriter out = new PrintWriter(OF_COMMAND, true);
              return Main.execute(arguments, out, out);
            });
    thread = Thread.ofPlatform().name("mortise serve").start(command);
    Matcher told = said(ADDRESS);
    address = URI.create(told.group(1));
  }

  /** Waits until the command has said a line. */
  private static Matcher said(Pattern line) throws InterruptedException {
    for (; ; ) {
      for (String each : OF_COMMAND.toString().lines().toList()) {
        Matcher matcher = line.matcher(each);
        if (matcher.find()) {
          return matcher;
        }
      }
      assertThat(command).as(OF_COMMAND.toString()).isNotDone();
      Thread.sleep(5);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      thread.interrupt();
      assertThat(command.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK.number());
    } finally {
      client.shutdownNow();
      System.setOut(OUT);
      System.setErr(ERR);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  @Test
  void statusAndHeaders_areTheGuests() throws Exception {
    HttpResponse<String> response =
        send(to("/headers?a=b").PUT(BodyPublishers.noBody()).header("X-A", "1"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-b")).contains("1");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo("{\"method\":\"PUT\",\"x\":\"1\",\"path\":\"/headers?a=b\"}");
    said(Pattern.compile("\"PUT /headers\\?a=b HTTP/1\\.1\" 201 \\d+$"));
    assertThat(send(to("/elsewhere")).statusCode()).isEqualTo(404);
  }

  @Test
  void body_arrivesInPieces_andWhole() throws Exception {
    HttpResponse<String> response = send(to("/stream"));
    assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
    assertThat(response.body()).isEqualTo("one two three\n");
  }

  /** Each part comes back before the next one is sent. */
  @Test
  void bodies_areStreamedBothWays() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
      socket.setSoTimeout(20_000);
      say(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (String part : List.of("first", "other")) {
        say(socket, "5\r\n" + part + "\r\n");
        hear(socket, part);
      }
      say(socket, "0\r\n\r\n");
      hear(socket, "0\r\n\r\n");
    }
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void hear(Socket socket, String end) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder heard = new StringBuilder();
    while (heard.indexOf(end) < 0) {
      int next = in.read();
      assertThat(next).as("the answer ends behind: %s", heard).isNotNegative();
      heard.append((char) next);
    }
  }

  @Test
  void error_isA500_whoseReasonIsNotTheClients() throws Exception {
    HttpResponse<String> response = send(to("/error"));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("broken");
    assertThat(OF_GUEST.toString(UTF_8)).contains("it is broken");
    assertThat(send(to("/hello")).body()).isEqualTo("hello\n");
  }

  @Test
  void consoleTimeAndRandomNumbers_areTheHosts() throws Exception {
    assertThat(send(to("/world")).body()).isEqualTo("{\"sane\":true,\"random\":true}");
    assertThat(OF_GUEST.toString(UTF_8)).contains("asked for the world");
  }

  @Test
  void fetch_reachesWhatIsAllowed_andNothingElse() throws Exception {
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
      String path = ":" + server.getAddress().getPort() + "/";
      HttpRequest.Builder allowed = to("/fetch").header("x-to", "http://127.0.0.1" + path);
      assertThat(send(allowed).body()).isEqualTo("202 from afar");
      HttpRequest.Builder other = to("/fetch").header("x-to", "http://localhost" + path);
      assertThat(send(other).statusCode()).isEqualTo(500);
    } finally {
      server.stop(0);
    }
  }
}
