package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mortise.wasi.bodies.BodyPipe;
import dev.mortise.wasi.exchange.HttpExchange;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.http.Answer;
import dev.mortise.wasi.http.HttpTypesHost;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.IncomingHandler;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;

/**
 * One request to a component. The component runs in a thread of its own, and this one sends what it
 * answers.
 */
final class HandledRequest {
  /** How long a head waits for the beginning of its body, to go with it. */
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static final Duration TO_END = Duration.ofSeconds(5);

  private final HttpExchange exchange;
  private final HttpTimeouts timeouts;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final Thread component;
  private volatile @Nullable Throwable failure;

  HandledRequest(
      HttpExchange exchange,
      HttpTypesHost types,
      HttpTimeouts timeouts,
      Function<Wasi, IncomingHandler> instances,
      Wasi wasi) {
    this.exchange = exchange;
    this.timeouts = timeouts;
    component =
        Thread.ofVirtual()
            .name("wasi request")
            .unstarted(
                () -> {
                  try {
                    Types.IncomingRequest request = types.incomingRequest(exchange);
                    instances.apply(wasi).handle(request, types.responseOutparam(exchange, answer));
                    end(null);
                  } catch (WasiExit exit) {
                    end(exit.status() == 0 ? null : exit);
                  } catch (Throwable e) { // an Error of the component's is no other component's
                    end(e);
                  }
                });
  }

  private void end(@Nullable Throwable why) {
    failure = why;
    if (!answer.complete(new Answer.None()) && answer.join() instanceof Answer.Response response) {
      response.body().abandon();
    }
  }

  HttpOutcome run() {
    component.start();
    try {
      return switch (answer.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS)) {
        case Answer.Response response -> send(response);
        case Answer.Failed(ErrorCode error) ->
            refuse(status(error), "the component has answered with the error " + error, null);
        case Answer.None none -> refuse(500, reason(), failure);
      };
    } catch (TimeoutException e) {
      return refuse(504, "the component has not answered within " + timeouts.answer(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refuse(503, "the server is stopping", null);
    } catch (ExecutionException e) {
      return refuse(500, "the component has failed", e.getCause());
    } finally {
      stop();
    }
  }

  private String reason() {
    Throwable why = failure;
    return why == null
        ? "the component has ended without an answer (response-outparam.set)"
        : "the component has failed: " + why.getMessage();
  }

  /** What an error of a component's own requests is to its client (RFC 9110, section 15.6). */
  private static int status(ErrorCode error) {
    return switch (error) {
      case ErrorCode.InternalError e -> 500;
      case ErrorCode.ConfigurationError e -> 500;
      case ErrorCode.HttpRequestDenied e -> 500;
      case ErrorCode.LoopDetected e -> 508;
      case ErrorCode.DnsTimeout e -> 504;
      case ErrorCode.ConnectionTimeout e -> 504;
      case ErrorCode.ConnectionReadTimeout e -> 504;
      case ErrorCode.ConnectionWriteTimeout e -> 504;
      case ErrorCode.HttpResponseTimeout e -> 504;
      default -> 502;
    };
  }

  private HttpOutcome send(Answer.Response response) {
    BodyPipe body = response.body();
    int status = response.status();
    if (exchange.request().method().equals("HEAD") || status == 204 || status == 304) {
      body.discard();
    }
    OutputStream out;
    try {
      out = exchange.respond(status, response.headers());
    } catch (IOException e) {
      body.fail(e);
      return HttpOutcome.failed(0, "the client is gone", e);
    }
    try {
      copy(body, out);
      if (!response.trailers().isEmpty()) {
        exchange.trailers(response.trailers());
      }
      out.close();
      awaitEnd();
      Throwable why = failure;
      return why == null
          ? HttpOutcome.answered(status)
          : HttpOutcome.failed(status, "after its answer, " + reason(), why);
    } catch (IOException e) {
      return broken(status, body, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken(status, body, new IOException("the server is stopping"));
    }
  }

  private HttpOutcome broken(int status, BodyPipe body, IOException why) {
    body.fail(why);
    exchange.abort(why);
    return HttpOutcome.failed(
        status, "the body of the answer was not sent whole: " + why.getMessage(), why);
  }

  private void copy(BodyPipe body, OutputStream out) throws IOException, InterruptedException {
    boolean followed = body.isFollowedAtOnce(MOMENT);
    for (; ; ) {
      byte[] chunk = followed ? body.poll() : null;
      if (chunk == null) {
        if (!body.isFollowedAtOnce(Duration.ZERO)) {
          out.flush();
        }
        chunk = body.next(timeouts.idle());
      }
      if (chunk == null) {
        return;
      }
      out.write(chunk);
      followed = true;
    }
  }

  private void awaitEnd() throws InterruptedException {
    if (!component.join(timeouts.idle())) {
      component.interrupt();
    }
  }

  private HttpOutcome refuse(int status, String problem, @Nullable Throwable cause) {
    byte[] text = ("The server cannot answer (" + status + ").\n").getBytes(US_ASCII);
    List<HttpField> headers =
        List.of(
            new HttpField("content-type", "text/plain; charset=us-ascii"),
            new HttpField("content-length", Integer.toString(text.length)));
    try (OutputStream out = exchange.respond(status, headers)) {
      if (!exchange.request().method().equals("HEAD")) {
        out.write(text);
      }
    } catch (IOException e) {
      return HttpOutcome.failed(0, problem + "; and the client is gone", cause);
    }
    return HttpOutcome.failed(status, problem, cause);
  }

  /** A component that is not at its end is ended; it looks for interruptions when it calls. */
  private void stop() {
    if (!component.isAlive()) {
      return;
    }
    component.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      component.join(TO_END);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
