package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpExchange;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.exchange.RequestHead;
import dev.mortise.wasi.io.PumpedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import wit.wasi.http.v0_2.Types;

/** {@code wasi:http/types.incoming-request}: what a server has received. */
final class HostIncomingRequest implements Types.IncomingRequest {
  private final Http http;
  private final HttpExchange exchange;
  private final RequestHead head;
  private final List<HttpField> headers;
  private final Children views = new Children();
  private boolean consumed;

  HostIncomingRequest(Http http, HttpExchange exchange) {
    this.http = http;
    this.exchange = exchange;
    head = exchange.request();
    headers = FieldRules.visible(head.headers());
  }

  @Override
  public Types.Method method() {
    return Targets.method(head.method());
  }

  @Override
  public Optional<String> pathWithQuery() {
    return head.pathWithQuery();
  }

  @Override
  public Optional<Types.Scheme> scheme() {
    return head.scheme().map(Targets::scheme);
  }

  @Override
  public Optional<String> authority() {
    return head.authority();
  }

  @Override
  public Types.Fields headers() {
    return HostFields.of(http, headers, views);
  }

  @Override
  public Types.IncomingBody consume() throws Types.FailedException {
    if (consumed) {
      throw new Types.FailedException();
    }
    consumed = true;
    PumpedInput body =
        new PumpedInput(
            new Received(exchange.requestBody()), http.limits().bufferedBytes(), http.threads());
    return HostIncomingBody.of(
        http,
        "wasi:http/types#[method]incoming-request.consume",
        new HostIncomingBody.Source(body, body::close, exchange::requestTrailers));
  }

  @Override
  public void close() {
    views.requireNone("wasi:http/types#[resource-drop]incoming-request", "headers");
  }

  /** A body whose failures are errors of HTTP. */
  private static final class Received extends FilterInputStream {
    Received(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        return super.read(bytes, from, count);
      } catch (IOException e) {
        HttpFailure failed = new HttpFailure(HttpFailure.code(e));
        failed.initCause(e);
        throw failed;
      }
    }
  }
}
