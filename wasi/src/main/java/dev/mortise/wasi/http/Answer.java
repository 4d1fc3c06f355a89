package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.BodyPipe;
import dev.mortise.wasi.exchange.HttpField;
import java.util.List;
import wit.wasi.http.v0_2.Types.ErrorCode;

/** What a component answers to a request. */
public sealed interface Answer {
  /** A response, whose body may still be written. */
  final class Response implements Answer {
    private final int status;
    private final OutgoingMessage message;

    Response(int status, OutgoingMessage message) {
      this.status = status;
      this.message = message;
    }

    /** From 200 to 999. */
    public int status() {
      return status;
    }

    /** In order. */
    public List<HttpField> headers() {
      return message.headers();
    }

    /** The body, as the component writes it. */
    public BodyPipe body() {
      return message.pipe();
    }

    /** What follows the body; known at its end. */
    public List<HttpField> trailers() {
      return message.trailers();
    }
  }

  /** The component says that it failed. */
  record Failed(ErrorCode error) implements Answer {}

  /** The component has ended, or has dropped where the answer goes, without one. */
  record None() implements Answer {}
}
