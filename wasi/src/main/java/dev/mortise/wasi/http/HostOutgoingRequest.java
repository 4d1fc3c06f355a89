package dev.mortise.wasi.http;

import java.util.Optional;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.http.v0_2.Types.Scheme;

/** {@code wasi:http/types.outgoing-request}. */
final class HostOutgoingRequest implements Types.OutgoingRequest {
  private final Http http;
  private final OutgoingMessage message;
  private Method method = new Method.Get();
  private Optional<String> pathWithQuery = Optional.empty();
  private Optional<Scheme> scheme = Optional.empty();
  private Optional<String> authority = Optional.empty();

  private HostOutgoingRequest(Http http, Types.Fields headers) {
    this.http = http;
    String function = "wasi:http/types#[constructor]outgoing-request";
    message =
        new OutgoingMessage(
            http, "outgoing-request", HostFields.taken(headers, function), /* answer= */ false);
  }

  static HostOutgoingRequest of(Http http, Types.Fields headers) {
    return http.open(
        "wasi:http/types#[constructor]outgoing-request", new HostOutgoingRequest(http, headers));
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
  public Types.OutgoingBody body() throws Types.FailedException {
    return message.body();
  }

  @Override
  public Method method() {
    return method;
  }

  @Override
  public void setMethod(Method wanted) throws Types.FailedException {
    require(FieldRules.isToken(Targets.text(wanted)));
    method = wanted;
  }

  @Override
  public Optional<String> pathWithQuery() {
    return pathWithQuery;
  }

  @Override
  public void setPathWithQuery(Optional<String> wanted) throws Types.FailedException {
    require(wanted.isEmpty() || Targets.isPathWithQuery(wanted.get()));
    pathWithQuery = wanted;
  }

  @Override
  public Optional<Scheme> scheme() {
    return scheme;
  }

  @Override
  public void setScheme(Optional<Scheme> wanted) throws Types.FailedException {
    require(wanted.isEmpty() || Targets.isScheme(Targets.text(wanted.get())));
    scheme = wanted;
  }

  @Override
  public Optional<String> authority() {
    return authority;
  }

  @Override
  public void setAuthority(Optional<String> wanted) throws Types.FailedException {
    require(wanted.isEmpty() || Targets.isAuthority(wanted.get()));
    authority = wanted;
  }

  private static void require(boolean valid) throws Types.FailedException {
    if (!valid) {
      throw new Types.FailedException();
    }
  }

  @Override
  public Types.Fields headers() {
    return message.view();
  }

  @Override
  public void close() {
    http.closed(this);
    message.drop();
  }
}
