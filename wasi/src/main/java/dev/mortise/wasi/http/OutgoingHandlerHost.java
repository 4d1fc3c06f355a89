package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.io.OpenHandles;
import java.net.URI;
import java.util.Optional;
import wit.wasi.http.v0_2.OutgoingHandler;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.Scheme;

/**
 * {@code wasi:http/outgoing-handler} on {@code java.net.http}, as far as the policy allows.
 * Redirects are the component's to follow: each address is asked for.
 *
 * <p>The client begins to read an answer when it has sent the whole request, and knows no trailers:
 * none follow an answer, and those of a request are refused.
 */
public final class OutgoingHandlerHost implements OutgoingHandler {
  private static final String HANDLE = "wasi:http/outgoing-handler#handle";

  private final Http http;

  /** The interface. */
  public OutgoingHandlerHost(Http http) {
    this.http = http;
  }

  @Override
  public Types.FutureIncomingResponse handle(
      Types.OutgoingRequest request, Optional<Types.RequestOptions> options)
      throws ErrorCodeException {
    HostOutgoingRequest ours = Http.ours(HostOutgoingRequest.class, request, HANDLE);
    HostRequestOptions.Timeouts timeouts =
        options
            .map(some -> Http.ours(HostRequestOptions.class, some, HANDLE).timeouts())
            .orElse(HostRequestOptions.Timeouts.USUAL);
    ours.send();
    try {
      return send(ours, timeouts);
    } catch (HttpFailure e) {
      ours.message().pipe().fail(e);
      ErrorCodeException failed = new ErrorCodeException(e.code());
      failed.initCause(e);
      throw failed;
    }
  }

  private Types.FutureIncomingResponse send(
      HostOutgoingRequest request, HostRequestOptions.Timeouts timeouts) throws HttpFailure {
    Scheme scheme = request.scheme().orElse(new Scheme.Https());
    if (scheme instanceof Scheme.Other) {
      throw new HttpFailure(new ErrorCode.HttpProtocolError());
    }
    URI uri =
        Targets.uri(scheme, request.authority().orElse(""), request.pathWithQuery().orElse("/"))
            .orElseThrow(() -> new HttpFailure(new ErrorCode.HttpRequestUriInvalid()));
    if (!http.policy().maySend(uri)) {
      throw new HttpFailure(new ErrorCode.HttpRequestDenied());
    }
    try {
      ClientExchange exchange = http.handles().add(new ClientExchange(http, request, timeouts));
      return new HostFutureResponse(http, exchange.send(uri, timeouts));
    } catch (OpenHandles.TooManyException e) {
      throw new HttpFailure(new ErrorCode.ConnectionLimitReached());
    } catch (IllegalArgumentException e) {
      throw new HttpFailure(
          new ErrorCode.HttpRequestMethodInvalid()); // as CONNECT is to the client
    }
  }
}
