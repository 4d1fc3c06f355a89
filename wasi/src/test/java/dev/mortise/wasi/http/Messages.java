package dev.mortise.wasi.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mortise.runtime.Result;
import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.bodies.HttpFailure;
import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.IoError;
import dev.mortise.wasi.io.OpenHandles;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.wasi.http.v0_2.OutgoingHandler;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.http.v0_2.Types.Scheme;
import wit.wasi.io.v0_2.Streams;

/** Does with messages what a component does. */
final class Messages implements AutoCloseable {
  private final OpenHandles handles;
  final Types types;
  private final OutgoingHandler handler;

  Messages(HttpPolicy policy, WasiLimits limits) {
    handles = new OpenHandles(limits.openHandles());
    Http http = new Http(policy, limits, handles, Thread.ofVirtual().factory());
    types = new HttpTypesHost(http);
    handler = new OutgoingHandlerHost(http);
  }

  Messages(HttpPolicy policy) {
    this(policy, WasiLimits.DEFAULT);
  }

  @FunctionalInterface
  interface Call<T> {
    T run() throws Exception;
  }

  static Tuple2<String, byte[]> field(String name, String value) {
    return new Tuple2<>(name, value.getBytes(UTF_8));
  }

  static List<String> text(List<byte[]> values) {
    return values.stream().map(value -> new String(value, UTF_8)).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Types.Fields fields(Tuple2<String, byte[]>... entries) throws Exception {
    return types.fieldsFromList(List.of(entries));
  }

  @SafeVarargs
  final Types.OutgoingRequest request(
      Method method, String authority, String path, Tuple2<String, byte[]>... headers)
      throws Exception {
    Types.OutgoingRequest request = types.newOutgoingRequest(fields(headers));
    request.setMethod(method);
    request.setScheme(Optional.of(new Scheme.Http()));
    request.setAuthority(Optional.of(authority));
    request.setPathWithQuery(Optional.of(path));
    return request;
  }

  Types.FutureIncomingResponse begin(Types.OutgoingRequest request) throws Exception {
    return handler.handle(request, Optional.empty());
  }

  Types.FutureIncomingResponse begin(Types.OutgoingRequest request, Types.RequestOptions options)
      throws Exception {
    return handler.handle(request, Optional.of(options));
  }

  /** Waits for the answer. */
  static Types.IncomingResponse answer(Types.FutureIncomingResponse future) throws Exception {
    future.subscribe().block();
    return switch (future.get().orElseThrow()) {
      case Result.Ok<Result<Types.IncomingResponse, ErrorCode>, Void>(
              Result<Types.IncomingResponse, ErrorCode> inner) ->
          switch (inner) {
            case Result.Ok<Types.IncomingResponse, ErrorCode>(var response) -> response;
            case Result.Err<Types.IncomingResponse, ErrorCode>(var error) ->
                throw new Types.ErrorCodeException(error);
          };
      case Result.Err<Result<Types.IncomingResponse, ErrorCode>, Void> again ->
          throw new AssertionError("taken before");
    };
  }

  Types.IncomingResponse send(Types.OutgoingRequest request) throws Exception {
    return answer(begin(request));
  }

  static String body(Types.IncomingResponse response) throws Exception {
    return new String(bytes(response.consume().stream()), UTF_8);
  }

  static byte[] bytes(Streams.InputStream stream) throws Streams.StreamErrorException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (; ; ) {
        all.writeBytes(stream.blockingRead(1 << 16));
      }
    } catch (Streams.StreamErrorException e) {
      if (e.error() instanceof Streams.StreamError.Closed) {
        return all.toByteArray();
      }
      throw e;
    }
  }

  /** Which error a call ends with, whichever interface it belongs to. */
  ErrorCode failure(Call<?> call) {
    try {
      Object value = call.run();
      throw new AssertionError("it gave " + value);
    } catch (Types.ErrorCodeException e) {
      return e.error();
    } catch (OutgoingHandler.ErrorCodeException e) {
      return e.error();
    } catch (Streams.StreamErrorException e) {
      return switch (e.error()) {
        case Streams.StreamError.LastOperationFailed(var error) ->
            types.httpErrorCode(error).orElseThrow();
        case Streams.StreamError.Closed closed -> throw new AssertionError("closed", e);
      };
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static Streams.StreamErrorException io(ErrorCode code) {
    return new Streams.StreamErrorException(
        new Streams.StreamError.LastOperationFailed(new IoError(new HttpFailure(code))));
  }

  static void write(Types.OutgoingBody body, String text) throws Exception {
    try (Streams.OutputStream out = body.write()) {
      for (String part : parts(text)) {
        out.blockingWriteAndFlush(part.getBytes(UTF_8));
      }
    }
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < text.length(); i += 4096) {
      parts.add(text.substring(i, Math.min(text.length(), i + 4096)));
    }
    return parts;
  }

  @Override
  public void close() {
    handles.close();
  }
}
