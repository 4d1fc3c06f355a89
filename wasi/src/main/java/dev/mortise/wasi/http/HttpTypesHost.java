package dev.mortise.wasi.http;

import dev.mortise.runtime.Result;
import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpExchange;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.io.IoError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wit.wasi.http.v0_2.Types;
import wit.wasi.io.v0_2.Error;

/** {@code wasi:http/types}. */
public final class HttpTypesHost implements Types {
  private final Http http;

  /** The interface. */
  public HttpTypesHost(Http http) {
    this.http = http;
  }

  /** A request that a server has received, for a component to handle. */
  public IncomingRequest incomingRequest(HttpExchange exchange) {
    return new HostIncomingRequest(http, exchange);
  }

  /**
   * Where a component puts its answer.
   *
   * @param answer is completed with it
   */
  public ResponseOutparam responseOutparam(
      HttpExchange exchange, CompletableFuture<Answer> answer) {
    return new HostResponseOutparam(exchange, answer);
  }

  @Override
  public Fields newFields() {
    return HostFields.mutable(http, List.of());
  }

  @Override
  public Fields fieldsFromList(List<Tuple2<String, byte[]>> entries) throws HeaderErrorException {
    return HostFields.of(http, entries);
  }

  @Override
  public OutgoingRequest newOutgoingRequest(Fields headers) {
    return HostOutgoingRequest.of(http, headers);
  }

  @Override
  public RequestOptions newRequestOptions() {
    return new HostRequestOptions();
  }

  @Override
  public void responseOutparamSet(
      ResponseOutparam param, Result<OutgoingResponse, ErrorCode> response) {
    Http.ours(HostResponseOutparam.class, param, "wasi:http/types#[static]response-outparam.set")
        .set(response);
  }

  @Override
  public FutureTrailers incomingBodyFinish(IncomingBody body) {
    return Http.ours(HostIncomingBody.class, body, "wasi:http/types#[static]incoming-body.finish")
        .finish();
  }

  @Override
  public OutgoingResponse newOutgoingResponse(Fields headers) {
    return HostOutgoingResponse.of(http, headers);
  }

  @Override
  public void outgoingBodyFinish(OutgoingBody body, Optional<Fields> trailers)
      throws ErrorCodeException {
    String function = "wasi:http/types#[static]outgoing-body.finish";
    HostOutgoingBody ours = Http.ours(HostOutgoingBody.class, body, function);
    List<HttpField> following =
        trailers.map(fields -> HostFields.taken(fields, function)).orElse(List.of());
    try {
      ours.finish(following);
    } catch (HttpFailure e) {
      ErrorCodeException failed = new ErrorCodeException(e.code());
      failed.initCause(e);
      throw failed;
    }
  }

  /** What the error of a body's stream was. */
  @Override
  public Optional<ErrorCode> httpErrorCode(Error.Error_ err) {
    IOException cause = IoError.cause(err);
    return cause instanceof HttpFailure ours ? Optional.of(ours.code()) : Optional.empty();
  }
}
