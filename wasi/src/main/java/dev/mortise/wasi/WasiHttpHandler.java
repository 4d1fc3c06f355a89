package dev.mortise.wasi;

import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.exchange.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import wit.wasi.http.v0_2.IncomingHandler;

/**
 * A component of the world {@code wasi:http/proxy}: it answers HTTP requests. It is compiled once;
 * each request has a fresh instance, which knows nothing of the others. Immutable, for use by any
 * thread, and by any server that implements {@link HttpExchange}.
 */
public final class WasiHttpHandler {
  /** What is called of a component. */
  public interface Proxy {
    /** {@code wasi:http/incoming-handler}. */
    IncomingHandler incomingHandler();
  }

  private static final String HANDLER = "wasi:http/incoming-handler@0.2.";

  private final Hosted<Proxy> proxy;

  private WasiHttpHandler(Hosted<Proxy> proxy) {
    this.proxy = proxy;
  }

  /**
   * Loads a component from a file.
   *
   * @throws IOException when the file cannot be read
   */
  public static WasiHttpHandler load(Path file) throws IOException {
    return of(Component.load(file), String.valueOf(file.getFileName()), Imports.NONE);
  }

  /**
   * A component.
   *
   * @param fileName names the component in Java
   * @param others what it imports besides WASI, or in place of ours
   * @throws LinkException when it imports something that nobody has, or exports no {@code
   *     wasi:http/incoming-handler}
   */
  public static WasiHttpHandler of(Component component, String fileName, Imports others) {
    if (component.exports().keySet().stream().noneMatch(name -> name.startsWith(HANDLER))) {
      throw new LinkException(
          Diagnostic.of("no-such-export", fileName)
              .expecting(
                  "an export " + HANDLER + "x, which answers requests",
                  "the exports " + component.exports().keySet())
              .withHint("build it for the world wasi:http/proxy"));
    }
    return new WasiHttpHandler(Hosted.of(component, fileName, Proxy.class, others));
  }

  /**
   * Answers one request, in this thread and one of the component's. Returns when the answer is sent
   * and the component has ended, or has been ended.
   *
   * @param config what the component gets
   * @return what the client was told, and what went wrong
   */
  public HttpOutcome handle(HttpExchange exchange, WasiConfig config, HttpTimeouts timeouts) {
    try (Wasi wasi = Wasi.of(config)) {
      HandledRequest request =
          new HandledRequest(exchange, wasi.http(), timeouts, this::instance, wasi);
      return request.run();
    }
  }

  private IncomingHandler instance(Wasi wasi) {
    return proxy.instantiate(wasi).incomingHandler();
  }
}
