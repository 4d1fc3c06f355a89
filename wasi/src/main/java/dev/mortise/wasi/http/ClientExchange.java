package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.BodyPipe;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.bodies.PipePublisher;
import dev.mortise.wasi.bodies.ReceivedBody;
import dev.mortise.wasi.exchange.HttpField;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** One request on its way, and its answer, until the last byte has come. */
final class ClientExchange implements AutoCloseable {
  /** Headers that the client sets by itself. */
  private static final Set<String> CLIENTS_OWN = caseless("content-length", "expect");

  private final Http http;
  private final HostOutgoingRequest request;
  private final ReceivedBody received;
  private final CompletableFuture<HttpResponse<ReceivedBody>> response = new CompletableFuture<>();

  ClientExchange(Http http, HostOutgoingRequest request, HostRequestOptions.Timeouts timeouts) {
    this.http = http;
    this.request = request;
    received = new ReceivedBody(http.limits().bufferedBytes(), timeouts.betweenBytes());
  }

  /** One for all components: it has a thread of its own, and connections that are used again. */
  private static final class Shared {
    static final HttpClient CLIENT = client().build();
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wasi http ", 0).factory()));
  }

  private static Set<String> caseless(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(Set.of(names));
    return set;
  }

  /**
   * Sends the request.
   *
   * @throws IllegalArgumentException when the client knows no such request
   */
  CompletableFuture<HttpResponse<ReceivedBody>> send(
      URI uri, HostRequestOptions.Timeouts timeouts) {
    HttpRequest java = request(uri, timeouts);
    HttpClient own =
        timeouts.connect().map(most -> client().connectTimeout(most).build()).orElse(null);
    HttpClient client = own == null ? Shared.CLIENT : own;
    CompletableFuture<HttpResponse<ReceivedBody>> sent = client.sendAsync(java, info -> received);
    var unused =
        sent.whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                request.message().pipe().fail(new HttpFailure(HttpFailure.code(failure)));
                received.cancel();
                response.completeExceptionally(failure);
              } else {
                response.complete(answer);
              }
            });
    unused =
        response.whenComplete(
            (answer, failure) -> {
              if (response.isCancelled()) {
                sent.cancel(true);
              }
            });
    var unusedEnd =
        received
            .end()
            .whenComplete(
                (whole, failure) -> {
                  http.closed(this);
                  if (own != null) {
                    own.shutdown();
                  }
                });
    return response;
  }

  private HttpRequest request(URI uri, HostRequestOptions.Timeouts timeouts) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .version(
                "https".equals(uri.getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .timeout(timeouts.firstByte());
    setMethod(builder);
    for (HttpField field : request.message().headers()) {
      if (!CLIENTS_OWN.contains(field.name())) {
        builder.header(field.name(), field.value());
      } else if (field.isCalled("expect")) {
        builder.expectContinue(true);
      }
    }
    return builder.build();
  }

  /** A method that seldom has a body does not say that it has none. */
  private void setMethod(HttpRequest.Builder builder) {
    BodyPipe pipe = request.message().pipe();
    String method = Targets.text(request.method());
    if (!pipe.isEmpty() && pipe.declared() != 0) {
      builder.method(method, new PipePublisher(pipe, http.threads()));
      return;
    }
    switch (method) {
      case "GET" -> builder.GET();
      case "HEAD" -> builder.HEAD();
      case "DELETE" -> builder.DELETE();
      default -> builder.method(method, BodyPublishers.noBody());
    }
  }

  /** The component has ended. */
  @Override
  public void close() {
    request.message().pipe().fail(new IOException("the component has ended"));
    if (!response.cancel(true)) {
      received.cancel();
    }
  }
}
