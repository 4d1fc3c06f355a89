package dev.mortise.wasi.http;

import dev.mortise.runtime.Result;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.bodies.ReceivedBody;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.io.v0_2.Poll;

/** {@code wasi:http/types.future-incoming-response}. */
final class HostFutureResponse implements Types.FutureIncomingResponse {
  private final Http http;
  private final CompletableFuture<HttpResponse<ReceivedBody>> response;
  private final Signal signal = new Signal();
  private boolean taken;

  HostFutureResponse(Http http, CompletableFuture<HttpResponse<ReceivedBody>> response) {
    this.http = http;
    this.response = response;
    var unused = response.whenComplete((some, failure) -> signal.raise());
  }

  @Override
  public Poll.Pollable subscribe() {
    return HostPollable.when(signal, response::isDone);
  }

  @Override
  public Optional<Result<Result<Types.IncomingResponse, ErrorCode>, Void>> get() {
    if (!response.isDone()) {
      return Optional.empty();
    }
    if (taken) {
      return Optional.of(Result.err(null));
    }
    taken = true;
    return Optional.of(Result.ok(received()));
  }

  private Result<Types.IncomingResponse, ErrorCode> received() {
    HttpResponse<ReceivedBody> received;
    try {
      received = response.get();
    } catch (ExecutionException | CompletionException e) {
      return Result.err(HttpFailure.code(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.err(new ErrorCode.ConnectionTerminated());
    }
    List<HttpField> headers =
        received.headers().map().entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().stream().map(value -> new HttpField(header.getKey(), value)))
            .toList();
    return Result.ok(
        HostIncomingResponse.of(http, received.statusCode(), headers, received.body()));
  }

  /** Gives the request up, unless somebody has its answer. */
  @Override
  public void close() {
    if (!taken && !response.cancel(true)) {
      var unused = response.thenAccept(received -> received.body().cancel());
    }
  }
}
