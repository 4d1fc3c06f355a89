package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.ReceivedBody;
import dev.mortise.wasi.exchange.HttpField;
import java.util.List;
import wit.wasi.http.v0_2.Types;

/** {@code wasi:http/types.incoming-response}. */
final class HostIncomingResponse implements Types.IncomingResponse {
  private static final String NAME = "wasi:http/types#[method]incoming-response.";

  private final Http http;
  private final int status;
  private final List<HttpField> headers;
  private final ReceivedBody body;
  private final Children views = new Children();
  private boolean consumed;

  private HostIncomingResponse(Http http, int status, List<HttpField> headers, ReceivedBody body) {
    this.http = http;
    this.status = status;
    this.headers = FieldRules.visible(headers);
    this.body = body;
  }

  static HostIncomingResponse of(
      Http http, int status, List<HttpField> headers, ReceivedBody body) {
    return http.open(
        "wasi:http/types#[method]future-incoming-response.get",
        new HostIncomingResponse(http, status, headers, body));
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Types.Fields headers() {
    return HostFields.of(http, headers, views);
  }

  /** Its body. {@code java.net.http} gives no trailers, so none follow. */
  @Override
  public Types.IncomingBody consume() throws Types.FailedException {
    if (consumed) {
      throw new Types.FailedException();
    }
    consumed = true;
    return HostIncomingBody.of(
        http,
        NAME + "consume",
        new HostIncomingBody.Source(body, body::cancel, /* trailers= */ null));
  }

  @Override
  public void close() {
    http.closed(this);
    if (!consumed) {
      body.cancel();
    }
    views.requireNone("wasi:http/types#[resource-drop]incoming-response", "headers");
  }
}
