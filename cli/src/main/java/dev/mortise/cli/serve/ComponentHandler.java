package dev.mortise.cli.serve;

import dev.mortise.wasi.HttpOutcome;
import dev.mortise.wasi.WasiHttpHandler;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers each request with a fresh instance of the component, in a virtual thread. */
final class ComponentHandler extends Handler.Abstract {
  private final WasiHttpHandler component;
  private final WasiConfig config;
  private final ServeSettings settings;
  private final ServeLog log;
  private final HeaderDeadline deadline;
  private final Semaphore free;

  ComponentHandler(
      WasiHttpHandler component,
      WasiConfig config,
      ServeSettings settings,
      ServeLog log,
      HeaderDeadline deadline) {
    this.component = component;
    this.config = config;
    this.settings = settings;
    this.log = log;
    this.deadline = deadline;
    free = new Semaphore(settings.requests());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Connection connection = request.getConnectionMetaData().getConnection();
    deadline.began(connection);
    Callback ended = Callback.from(callback, () -> deadline.ended(connection));
    if (request.getLength() > settings.bodyBytes()) {
      Response.writeError(request, response, ended, HttpStatus.PAYLOAD_TOO_LARGE_413);
      return true;
    }
    if (!free.tryAcquire()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
      Response.writeError(request, response, ended, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    IOException broken;
    try {
      broken = answer(request, response);
    } finally {
      free.release();
    }
    if (broken == null) {
      ended.succeeded();
    } else {
      ended.failed(broken);
    }
    return true;
  }

  private @Nullable IOException answer(Request request, Response response) {
    JettyExchange exchange = new JettyExchange(request, response, settings.bodyBytes());
    HttpOutcome outcome = component.handle(exchange, config, settings.componentTimeouts());
    if (outcome.problem().isPresent()) {
      log.problem(request.getMethod() + " " + request.getHttpURI().getPathQuery(), outcome);
    }
    return exchange.broken();
  }
}
