package dev.mortise.wasi.http;

import dev.mortise.runtime.Result;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.io.HostInput;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.IoError;
import dev.mortise.wasi.io.Misuse;
import dev.mortise.wasi.io.SharedInput;
import dev.mortise.wasi.io.Signal;
import java.io.EOFException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.io.v0_2.Streams;

/** {@code wasi:http/types.incoming-body}. */
final class HostIncomingBody implements Types.IncomingBody {
  private static final long AT_ONCE = 64 << 10;

  private final Http http;
  private final Source source;
  private boolean streamTaken;
  private boolean streamIsOpen;

  /**
   * Where a body comes from.
   *
   * @param input its bytes
   * @param drop nobody wants them any more
   * @param trailers what follows it, known when it is read to its end; null when nothing ever does
   */
  record Source(HostInput input, Runnable drop, @Nullable Supplier<List<HttpField>> trailers) {}

  private HostIncomingBody(Http http, Source source) {
    this.http = http;
    this.source = source;
  }

  static HostIncomingBody of(Http http, String function, Source source) {
    return http.open(function, new HostIncomingBody(http, source));
  }

  @Override
  public Streams.InputStream stream() throws Types.FailedException {
    if (streamTaken) {
      throw new Types.FailedException();
    }
    streamTaken = true;
    streamIsOpen = true;
    return new SharedInput(source.input(), () -> streamIsOpen = false);
  }

  /** Ends reading, and waits for what follows the body. */
  Types.FutureTrailers finish() {
    requireNoStream("wasi:http/types#[static]incoming-body.finish");
    http.closed(this);
    Trailers trailers = new Trailers(http);
    Supplier<List<HttpField>> following = source.trailers();
    if (following == null) {
      source.drop().run();
      trailers.found.complete(Result.ok(List.of()));
    } else {
      http.threads().newThread(() -> trailers.found.complete(rest(following))).start();
    }
    return trailers;
  }

  /** Reads what the component has left of the body, behind which the trailers are. */
  private Result<List<HttpField>, ErrorCode> rest(Supplier<List<HttpField>> following) {
    try (Streams.InputStream rest = new SharedInput(source.input())) {
      while (rest.blockingSkip(AT_ONCE) > 0) {
        // Nobody wants it.
      }
      return Result.ok(List.of()); // which does not happen: a stream gives bytes or its end
    } catch (Streams.StreamErrorException e) {
      return switch (e.error()) {
        case Streams.StreamError.Closed end -> Result.ok(following.get());
        case Streams.StreamError.LastOperationFailed(var error) ->
            Result.err(
                HttpFailure.code(
                    Objects.requireNonNullElseGet(IoError.cause(error), EOFException::new)));
      };
    } finally {
      source.drop().run();
    }
  }

  @Override
  public void close() {
    http.closed(this);
    source.drop().run();
    requireNoStream("wasi:http/types#[resource-drop]incoming-body");
  }

  private void requireNoStream(String function) {
    if (streamIsOpen) {
      throw Misuse.trap(function, "its input-stream has to be dropped before");
    }
  }

  /** {@code wasi:http/types.future-trailers}. */
  private static final class Trailers implements Types.FutureTrailers {
    private final Http http;
    private final Signal signal = new Signal();
    private final CompletableFuture<Result<List<HttpField>, ErrorCode>> found =
        new CompletableFuture<>();
    private boolean taken;

    Trailers(Http http) {
      this.http = http;
      var unused = found.whenComplete((trailers, failure) -> signal.raise());
    }

    @Override
    public Poll.Pollable subscribe() {
      return HostPollable.when(signal, found::isDone);
    }

    @Override
    public Optional<Result<Result<Optional<Types.Fields>, ErrorCode>, Void>> get() {
      if (!found.isDone()) {
        return Optional.empty();
      }
      if (taken) {
        return Optional.of(Result.err(null));
      }
      taken = true;
      return Optional.of(Result.ok(trailers(found.join())));
    }

    private Result<Optional<Types.Fields>, ErrorCode> trailers(
        Result<List<HttpField>, ErrorCode> result) {
      return switch (result) {
        case Result.Err<List<HttpField>, ErrorCode>(ErrorCode error) -> Result.err(error);
        case Result.Ok<List<HttpField>, ErrorCode>(List<HttpField> fields) ->
            Result.ok(
                fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HostFields.mutable(http, FieldRules.visible(fields))));
      };
    }

    @Override
    public void close() {}
  }
}
