package dev.mortise.cli.serve;

import dev.mortise.wasi.WasiHttpHandler;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP/1.1 server whose requests a component answers. */
public final class ComponentServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  /**
   * A server that does not listen yet.
   *
   * @param config what each instance gets
   */
  public ComponentServer(
      WasiHttpHandler component, WasiConfig config, ServeSettings settings, ServeLog log) {
    QueuedThreadPool threads = new QueuedThreadPool(16); // for connections, not for requests
    threads.setName("serve");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("serve ", 0).factory()));
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(settings.headerBytes());
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idleTimeout().toMillis());
    connector.setAcceptQueueSize(1024);
    HeaderDeadline deadline = new HeaderDeadline(settings.headerTimeout());
    connector.addBean(deadline);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(settings.connections(), server));
    server.setHandler(
        new GracefulHandler(new ComponentHandler(component, config, settings, log, deadline)));
    server.setRequestLog(new CustomRequestLog(log::access, CustomRequestLog.NCSA_FORMAT));
    server.setStopTimeout(settings.grace().toMillis());
  }

  /**
   * Listens.
   *
   * @throws IOException when the port is taken, or the address is not this machine's
   */
  public void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      stop();
      throw e;
    } catch (Exception e) {
      stop();
      throw new IOException("the server does not start: " + e.getMessage(), e);
    }
  }

  /** The port at which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Returns when the server has stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Listens no more, lets requests end within their grace period, and ends those that do not. */
  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      // Some request has not ended in time, and was ended.
    }
  }

  @Override
  public void close() {
    stop();
  }
}
