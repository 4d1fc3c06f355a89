package dev.mortise.wasi.http;

import static dev.mortise.wasi.http.Messages.answer;
import static dev.mortise.wasi.http.Messages.body;
import static dev.mortise.wasi.http.Messages.field;
import static dev.mortise.wasi.http.Messages.text;
import static dev.mortise.wasi.http.Messages.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.mortise.runtime.Result;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.HttpRules;
import dev.mortise.wasi.config.WasiLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.io.v0_2.Streams;

/** {@code wasi:http/outgoing-handler}, against servers of this machine. */
@Timeout(60)
class OutgoingHandlerTest {
  private static final HttpPolicy HERE = HttpRules.of(List.of("127.0.0.1:*", "localhost:*"));
  private static final long MUCH = 64L << 20;

  private final Messages messages = new Messages(HERE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private String authority;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    authority = "127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    messages.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpHandler handler) {
    server.createContext("/", handler);
  }

  private Types.OutgoingRequest get(String path) throws Exception {
    return messages.request(new Method.Get(), authority, path);
  }

  @Test
  void request_hasMethodPathAndHeaders_answerHasStatusHeadersAndBody() throws Exception {
    serve(
        exchange -> {
          String seen =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().get("X-A")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Host");
          exchange.getResponseHeaders().add("X-B", "1");
          exchange.getResponseHeaders().add("X-B", "2");
          exchange.sendResponseHeaders(418, 0);
          exchange.getResponseBody().write(seen.getBytes(UTF_8));
          exchange.close();
        });
    Types.IncomingResponse response =
        messages.send(
            messages.request(
                new Method.Delete(),
                authority,
                "/p/q?r=s|t&u=%41%zz",
                field("x-a", "one"),
                field("X-A", "two")));
    assertThat(response.status()).isEqualTo(418);
    Types.Fields headers = response.headers();
    assertThat(text(headers.get("x-b"))).containsExactly("1", "2");
    assertThat(headers.has("transfer-encoding")).isFalse();
    assertThatThrownBy(() -> headers.delete("x-b")).isInstanceOf(Types.HeaderErrorException.class);
    assertThat(body(response)).isEqualTo("DELETE /p/q?r=s%7Ct&u=%41%25zz [one, two] " + authority);
    assertThatThrownBy(response::consume).isInstanceOf(Types.FailedException.class);
    assertThatThrownBy(response::close).isInstanceOf(TrapException.class);
    headers.close();
  }

  /** Each side waits until the other has seen what it has sent. */
  @Test
  void bodies_areStreamed() throws Exception {
    SynchronousQueue<String> received = new SynchronousQueue<>();
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    serve(
        exchange -> {
          try (exchange) {
            byte[] line = new byte[5];
            while (exchange.getRequestBody().readNBytes(line, 0, 5) == 5) {
              received.put(new String(line, UTF_8));
            }
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 2; i++) {
              exchange.getResponseBody().write(answers.take().getBytes(UTF_8));
              exchange.getResponseBody().flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Types.OutgoingRequest request = messages.request(new Method.Post(), authority, "/");
    Types.OutgoingBody body = request.body();
    Streams.OutputStream out = body.write();
    Types.FutureIncomingResponse future = messages.begin(request);
    out.blockingWriteAndFlush("one..".getBytes(UTF_8));
    assertThat(received.take()).isEqualTo("one..");
    out.blockingWriteAndFlush("two..".getBytes(UTF_8));
    assertThat(received.take()).isEqualTo("two..");
    out.close();
    messages.types.outgoingBodyFinish(body, Optional.empty());

    answers.put("three");
    Types.IncomingBody answered = answer(future).consume();
    Streams.InputStream in = answered.stream();
    assertThatThrownBy(answered::stream).isInstanceOf(Types.FailedException.class);
    assertThat(in.blockingRead(100)).asString(UTF_8).isEqualTo("three");
    assertThat(in.read(100)).isEmpty();
    assertThat(in.subscribe().ready()).isFalse();
    answers.put("four");
    assertThat(in.blockingRead(100)).asString(UTF_8).isEqualTo("four");
    assertThat(Messages.bytes(in)).isEmpty();
    assertThatThrownBy(() -> messages.types.incomingBodyFinish(answered))
        .isInstanceOf(TrapException.class);
    in.close();
    Types.FutureTrailers trailers = messages.types.incomingBodyFinish(answered);
    trailers.subscribe().block();
    assertThat(trailers.get()).contains(Result.ok(Result.ok(Optional.empty())));
    assertThat(trailers.get()).contains(Result.err(null));
    trailers.close();
  }

  @Test
  void declaredLength_isSent_andNoBodyIsNone() throws Exception {
    serve(
        exchange -> {
          String seen =
              exchange.getRequestHeaders().getFirst("Content-length")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Transfer-encoding")
                  + " "
                  + exchange.getRequestBody().readAllBytes().length;
          exchange.sendResponseHeaders(200, seen.length());
          exchange.getResponseBody().write(seen.getBytes(UTF_8));
          exchange.close();
        });
    Types.OutgoingRequest declared =
        messages.request(new Method.Put(), authority, "/", field("content-length", "100000"));
    Types.OutgoingBody body = declared.body();
    Types.FutureIncomingResponse future = messages.begin(declared);
    write(body, "x".repeat(100_000));
    messages.types.outgoingBodyFinish(body, Optional.empty());
    assertThat(body(answer(future))).isEqualTo("100000 null 100000");
    assertThat(body(messages.send(get("/")))).isEqualTo("null null 0");
  }

  @Test
  void futureResponse_isTakenOnce() throws Exception {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    Types.FutureIncomingResponse future = messages.begin(get("/"));
    assertThat(answer(future).status()).isEqualTo(204);
    assertThat(future.get()).contains(Result.err(null));
    future.close();
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    serve(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://203.0.113.1/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThat(messages.send(get("/")).status()).isEqualTo(302);
  }

  /** Nothing more is asked of an answer without end than what there is room for. */
  @Test
  void answer_withoutEnd_isReadNoFurtherThanTheBound() throws Exception {
    AtomicLong sent = new AtomicLong();
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] chunk = new byte[16 << 10];
          try (exchange) {
            while (sent.get() < 1L << 30) {
              exchange.getResponseBody().write(chunk);
              sent.addAndGet(chunk.length);
            }
          }
        });
    Types.IncomingResponse response = messages.send(get("/"));
    Types.IncomingBody body = response.consume();
    Streams.InputStream in = body.stream();
    assertThat(in.blockingRead(1)).hasSize(1);
    long before;
    do {
      before = sent.get();
      Thread.sleep(300);
    } while (sent.get() > before);
    assertThat(before).isLessThan(64 << 20);
    in.close();
    body.close(); // hangs up
  }

  @Test
  void body_thatTheServerDoesNotRead_hasNoRoomInTheEnd() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (RawServer deaf = new RawServer(socket -> done.await(30, TimeUnit.SECONDS))) {
      Types.OutgoingRequest request = messages.request(new Method.Post(), deaf.authority(), "/");
      Streams.OutputStream out = request.body().write();
      Types.FutureIncomingResponse future = messages.begin(request);
      assertThat(writtenUntilQuiet(out)).isLessThan(MUCH);
      done.countDown();
      future.subscribe().block();
      out.subscribe().block();
      assertThatThrownBy(out::checkWrite).isInstanceOf(Streams.StreamErrorException.class);
    }
  }

  /** Writes until there was no room for half a second. */
  private static long writtenUntilQuiet(Streams.OutputStream out) throws Exception {
    long written = 0;
    long quietSince = System.nanoTime();
    byte[] chunk = new byte[4096];
    while (System.nanoTime() - quietSince < 500_000_000L && written < MUCH) {
      if (out.checkWrite() >= chunk.length) {
        out.write(chunk);
        written += chunk.length;
        quietSince = System.nanoTime();
      } else {
        Thread.sleep(5);
      }
    }
    return written;
  }

  @Test
  void body_thatIsDroppedUnfinished_endsTheRequest() throws Exception {
    AtomicInteger whole = new AtomicInteger();
    serve(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          whole.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    Types.OutgoingRequest request = messages.request(new Method.Post(), authority, "/");
    Types.OutgoingBody body = request.body();
    Streams.OutputStream out = body.write();
    Types.FutureIncomingResponse future = messages.begin(request);
    out.blockingWriteAndFlush("part".getBytes(UTF_8));
    out.close();
    body.close();
    assertThat(messages.failure(() -> answer(future))).isEqualTo(new ErrorCode.HttpProtocolError());
    assertThat(whole).hasValue(0);
  }

  @Test
  void requests_thatAreTooMany_areRefused() throws Exception {
    serve(exchange -> {}); // which never answers
    try (Messages few = new Messages(HERE, new WasiLimits(3, 1024, 1))) {
      for (int i = 0; i < 3; i++) {
        few.begin(few.request(new Method.Get(), authority, "/"));
      }
      assertThatThrownBy(() -> few.request(new Method.Get(), authority, "/"))
          .isInstanceOf(TrapException.class);
    }
  }

  @Test
  void futureResponse_thatIsDropped_hangsUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    RawServer.Handler waiting =
        socket -> {
          asked.countDown();
          if (socket.getInputStream().read() < 0) {
            hungUp.countDown();
          }
        };
    try (RawServer server = new RawServer(waiting)) {
      Types.FutureIncomingResponse future =
          messages.begin(messages.request(new Method.Get(), server.authority(), "/"));
      asked.await();
      assertThat(future.get()).isEmpty();
      future.close();
      assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void largeAnswer_arrivesWhole() throws Exception {
    byte[] large = new byte[3 << 20];
    Arrays.fill(large, (byte) 'z');
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, large.length);
          exchange.getResponseBody().write(large);
          exchange.close();
        });
    assertThat(Messages.bytes(messages.send(get("/")).consume().stream())).isEqualTo(large);
  }
}
