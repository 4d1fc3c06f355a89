package dev.mortise.wasi.http;

import dev.mortise.runtime.Result;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;

/** {@code wasi:http/types.response-outparam}: where the answer to a request goes. */
final class HostResponseOutparam implements Types.ResponseOutparam {
  private final HttpExchange exchange;
  private final CompletableFuture<Answer> answer;

  HostResponseOutparam(HttpExchange exchange, CompletableFuture<Answer> answer) {
    this.exchange = exchange;
    this.answer = answer;
  }

  @Override
  public void sendInformational(int status, Types.Fields headers) throws Types.ErrorCodeException {
    String function = "wasi:http/types#[method]response-outparam.send-informational";
    var fields = HostFields.taken(headers, function);
    if (status < 100 || status > 199 || status == 101) {
      throw new Types.ErrorCodeException(new ErrorCode.HttpProtocolError());
    }
    try {
      exchange.inform(status, fields);
    } catch (UnsupportedOperationException e) {
      throw new Types.ErrorCodeException(new ErrorCode.HttpProtocolError());
    } catch (IOException e) {
      throw new Types.ErrorCodeException(HttpFailure.code(e));
    }
  }

  void set(Result<Types.OutgoingResponse, ErrorCode> response) {
    switch (response) {
      case Result.Ok<Types.OutgoingResponse, ErrorCode>(Types.OutgoingResponse given) -> {
        String function = "wasi:http/types#[static]response-outparam.set";
        HostOutgoingResponse ours = Http.ours(HostOutgoingResponse.class, given, function);
        ours.send();
        answer.complete(new Answer.Response(ours.statusCode(), ours.message()));
      }
      case Result.Err<Types.OutgoingResponse, ErrorCode>(ErrorCode error) ->
          answer.complete(new Answer.Failed(error));
    }
  }

  /** Dropped; nothing is answered unless it was set before. */
  @Override
  public void close() {
    answer.complete(new Answer.None());
  }
}
