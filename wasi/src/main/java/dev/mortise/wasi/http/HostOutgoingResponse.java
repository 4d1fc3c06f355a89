package dev.mortise.wasi.http;

import wit.wasi.http.v0_2.Types;

/** {@code wasi:http/types.outgoing-response}. */
final class HostOutgoingResponse implements Types.OutgoingResponse {
  private final Http http;
  private final OutgoingMessage message;
  private int status = 200;

  private HostOutgoingResponse(Http http, Types.Fields headers) {
    this.http = http;
    String function = "wasi:http/types#[constructor]outgoing-response";
    message =
        new OutgoingMessage(
            http, "outgoing-response", HostFields.taken(headers, function), /* answer= */ true);
  }

  static HostOutgoingResponse of(Http http, Types.Fields headers) {
    return http.open(
        "wasi:http/types#[constructor]outgoing-response", new HostOutgoingResponse(http, headers));
  }

  OutgoingMessage message() {
    return message;
  }

  /** Takes the handle away from the component. */
  void send() {
    http.closed(this);
    message.send();
  }

  @Override
  public int statusCode() {
    return status;
  }

  /** A final status has three digits; those below 200 are informational (RFC 9110, section 15). */
  @Override
  public void setStatusCode(int statusCode) throws Types.FailedException {
    if (statusCode < 200 || statusCode > 999) {
      throw new Types.FailedException();
    }
    status = statusCode;
  }

  @Override
  public Types.Fields headers() {
    return message.view();
  }

  @Override
  public Types.OutgoingBody body() throws Types.FailedException {
    return message.body();
  }

  @Override
  public void close() {
    http.closed(this);
    message.drop();
  }
}
