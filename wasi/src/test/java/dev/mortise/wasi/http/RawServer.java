package dev.mortise.wasi.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that speaks as it likes: it reads the head of a request, or the first message of TLS,
 * and then does something. It does so for every connection, as a client may try twice.
 */
final class RawServer implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Handler handler;

  /** What is done with a connection, of which then nothing more is read or written. */
  @FunctionalInterface
  interface Handler {
    void handle(Socket socket) throws IOException, InterruptedException;
  }

  RawServer(Handler handler) throws IOException {
    this.handler = handler;
    listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The handler that says something and hangs up. */
  static Handler saying(String text) {
    return socket -> say(socket, text);
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  String authority() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    try {
      for (; ; ) {
        Socket socket = listening.accept();
        var unused = threads.submit(() -> serve(socket));
      }
    } catch (SocketException e) {
      // The server is closed.
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Void serve(Socket connection) throws IOException, InterruptedException {
    try (connection) {
      // What was sent and not read when a connection is closed resets it, and what was said to the
      // other side may be lost with that.
      readMessage(connection.getInputStream());
      handler.handle(connection);
    }
    return null;
  }

  private static void readMessage(InputStream in) throws IOException {
    int c = in.read();
    if (c == TLS_HANDSHAKE) {
      in.readNBytes(2); // the version
      int length = in.read() << 8 | in.read();
      in.readNBytes(length);
      return;
    }
    for (int newLines = 0; c >= 0; c = in.read()) {
      newLines = c == '\n' ? newLines + 1 : c == '\r' ? newLines : 0;
      if (newLines == 2) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
