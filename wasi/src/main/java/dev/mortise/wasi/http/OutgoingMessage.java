package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.BodyPipe;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpField;
import java.io.IOException;
import java.util.List;
import wit.wasi.http.v0_2.Types;

/** What requests and answers of a component have in common: headers, a body, trailers. */
final class OutgoingMessage {
  private final Http http;
  private final String resource;
  private final List<HttpField> headers;
  private final boolean answer;
  private final Children views = new Children();
  private final BodyPipe pipe;
  private boolean bodyTaken;
  private volatile List<HttpField> trailers = List.of();

  /**
   * A message.
   *
   * @param resource such as {@code outgoing-request}
   */
  OutgoingMessage(Http http, String resource, List<HttpField> headers, boolean answer) {
    this.http = http;
    this.resource = resource;
    this.headers = headers;
    this.answer = answer;
    pipe = new BodyPipe(http.limits().bufferedBytes(), declaredLength(headers), answer);
  }

  private static long declaredLength(List<HttpField> headers) {
    return headers.stream()
        .filter(field -> field.isCalled("content-length"))
        .findFirst()
        .map(field -> field.value().trim())
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .orElse(BodyPipe.UNDECLARED);
  }

  List<HttpField> headers() {
    return headers;
  }

  List<HttpField> trailers() {
    return trailers;
  }

  BodyPipe pipe() {
    return pipe;
  }

  Types.Fields view() {
    return HostFields.of(http, headers, views);
  }

  Types.OutgoingBody body() throws Types.FailedException {
    if (bodyTaken) {
      throw new Types.FailedException();
    }
    bodyTaken = true;
    return HostOutgoingBody.of(http, pipe, answer ? fields -> trailers = fields : null);
  }

  /** Nobody can write the body any more if nobody has asked for it: then there is none. */
  void send() {
    requireNoViews("its message is sent");
    if (!bodyTaken) {
      try {
        pipe.finish();
      } catch (IOException e) {
        // The pipe remembers, and tells whoever sends it.
      }
    }
  }

  /** The message is dropped, and never sent. */
  void drop() {
    pipe.fail(new HttpFailure(new Types.ErrorCode.HttpProtocolError()));
    requireNoViews("it is dropped");
  }

  private void requireNoViews(String before) {
    views.requireNone("wasi:http/types#" + resource + " (" + before + ")", "headers");
  }
}
