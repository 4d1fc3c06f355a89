package dev.mortise.wasi.sockets;

import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.function.Function;
import wit.wasi.sockets.v0_2.Network.ErrorCode;

/** What went wrong with a socket, as WASI calls it. */
final class SocketFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  SocketFailure(ErrorCode code) {
    super(code.toString());
    this.code = code;
  }

  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  /**
   * Runs what may fail.
   *
   * @param thrown makes the exception that belongs to the interface
   */
  static <T, E extends Exception> T get(Function<ErrorCode, E> thrown, Action<T> action) throws E {
    try {
      return action.run();
    } catch (IOException e) {
      E failed = thrown.apply(code(e));
      failed.initCause(e);
      throw failed;
    }
  }

  /** Runs what may fail. */
  static <E extends Exception> void run(Function<ErrorCode, E> thrown, Step step) throws E {
    Object unused =
        get(
            thrown,
            () -> {
              step.run();
              return Boolean.TRUE;
            });
  }

  /** Fails where something is not allowed. */
  static void need(boolean allowed, ErrorCode otherwise) throws SocketFailure {
    if (!allowed) {
      throw new SocketFailure(otherwise);
    }
  }

  /** The error that an exception means. */
  static ErrorCode code(IOException e) {
    return switch (e) {
      case SocketFailure ours -> ours.code;
      case NoRouteToHostException unreachable -> ErrorCode.REMOTE_UNREACHABLE;
      case SocketTimeoutException late -> ErrorCode.TIMEOUT;
      case ClosedChannelException closed -> ErrorCode.CONNECTION_ABORTED;
      case OpenHandles.TooManyException many -> ErrorCode.NEW_SOCKET_LIMIT;
      default -> byMessage(e, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    };
  }

  /** Java has few exceptions for sockets; the system's words are in their messages. */
  private static ErrorCode byMessage(IOException e, String message) {
    if (message.contains("permission denied")) {
      return ErrorCode.ACCESS_DENIED;
    }
    if (message.contains("in use")) {
      return ErrorCode.ADDRESS_IN_USE;
    }
    if (message.contains("unreachable")) {
      return ErrorCode.REMOTE_UNREACHABLE;
    }
    if (message.contains("timed out")) {
      return ErrorCode.TIMEOUT;
    }
    if (message.contains("reset") || message.contains("broken pipe")) {
      return ErrorCode.CONNECTION_RESET;
    }
    if (message.contains("too long") || message.contains("too large")) {
      return ErrorCode.DATAGRAM_TOO_LARGE;
    }
    if (message.contains("too many open files")) {
      return ErrorCode.NEW_SOCKET_LIMIT;
    }
    return switch (e) {
      case ConnectException refused -> ErrorCode.CONNECTION_REFUSED;
      case BindException unbindable -> ErrorCode.ADDRESS_NOT_BINDABLE;
      default -> ErrorCode.UNKNOWN;
    };
  }
}
