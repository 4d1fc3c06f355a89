package dev.mortise.wasi.http;

import dev.mortise.wasi.bodies.BodyPipe;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.io.Misuse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.Types;
import wit.wasi.io.v0_2.Streams;

/** {@code wasi:http/types.outgoing-body}. */
final class HostOutgoingBody implements Types.OutgoingBody {
  private final Http http;
  private final BodyPipe pipe;
  private final @Nullable Consumer<List<HttpField>> trailers;
  private boolean written;

  private HostOutgoingBody(Http http, BodyPipe pipe, @Nullable Consumer<List<HttpField>> trailers) {
    this.http = http;
    this.pipe = pipe;
    this.trailers = trailers;
  }

  /**
   * A body.
   *
   * @param trailers takes what follows it; null where nothing can
   */
  static HostOutgoingBody of(
      Http http, BodyPipe pipe, @Nullable Consumer<List<HttpField>> trailers) {
    return http.open(
        "wasi:http/types#[method]outgoing-request.body",
        new HostOutgoingBody(http, pipe, trailers));
  }

  @Override
  public Streams.OutputStream write() throws Types.FailedException {
    if (written) {
      throw new Types.FailedException();
    }
    written = true;
    pipe.openStream();
    return pipe;
  }

  /** The body is whole. */
  void finish(List<HttpField> following) throws HttpFailure {
    requireNoStream("wasi:http/types#[static]outgoing-body.finish");
    http.closed(this);
    if (!following.isEmpty()) {
      if (trailers == null) {
        String why = "the client has no trailers for requests";
        HttpFailure failed = new HttpFailure(new Types.ErrorCode.InternalError(Optional.of(why)));
        pipe.fail(failed);
        throw failed;
      }
      trailers.accept(following);
    }
    pipe.finish();
  }

  /** "If the outgoing-body is dropped without calling finish, the body is corrupted". */
  @Override
  public void close() {
    http.closed(this);
    pipe.fail(new HttpFailure(new Types.ErrorCode.HttpProtocolError()));
    requireNoStream("wasi:http/types#[resource-drop]outgoing-body");
  }

  private void requireNoStream(String function) {
    if (pipe.isStreamOpen()) {
      throw Misuse.trap(function, "its output-stream has to be dropped before");
    }
  }
}
