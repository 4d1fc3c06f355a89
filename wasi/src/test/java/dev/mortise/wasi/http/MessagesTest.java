package dev.mortise.wasi.http;

import static dev.mortise.wasi.http.Messages.field;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.WasiLimits;
import dev.mortise.wasi.io.IoError;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.ErrorCode;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.http.v0_2.Types.Scheme;
import wit.wasi.io.v0_2.Streams;

/** The messages of {@code wasi:http/types} which a component makes. */
class MessagesTest {
  private final Messages messages = new Messages(HttpPolicy.NONE);

  @AfterEach
  void close() {
    messages.close();
  }

  private Types.OutgoingRequest request() {
    return messages.types.newOutgoingRequest(messages.types.newFields());
  }

  @Test
  void request_isGet_untilItIsSaidOtherwise() throws Exception {
    Types.OutgoingRequest request = request();
    assertThat(request.method()).isEqualTo(new Method.Get());
    assertThat(request.scheme()).isEmpty();
    assertThat(request.authority()).isEmpty();
    assertThat(request.pathWithQuery()).isEmpty();
    request.setMethod(new Method.Other("PURGE"));
    request.setScheme(Optional.of(new Scheme.Https()));
    request.setAuthority(Optional.of("[::1]:8080"));
    request.setPathWithQuery(Optional.of("/a?b=c"));
    assertThat(request.method()).isEqualTo(new Method.Other("PURGE"));
    assertThat(request.scheme()).contains(new Scheme.Https());
    assertThat(request.authority()).contains("[::1]:8080");
    assertThat(request.pathWithQuery()).contains("/a?b=c");
    request.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /", "A\r\nHost: x", "ü"})
  void method_thatIsNoToken_fails(String name) {
    assertThatThrownBy(() -> request().setMethod(new Method.Other(name)))
        .isInstanceOf(Types.FailedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/a b", "/\r\nHost: x", "/a#b", "/\0", "http://other/"})
  void path_thatIsNone_fails(String path) {
    assertThatThrownBy(() -> request().setPathWithQuery(Optional.of(path)))
        .isInstanceOf(Types.FailedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "user@host", "h:99999", "h:x", "a\r\nb", "a?b", "@", ""})
  void authority_thatIsNone_fails(String authority) {
    assertThatThrownBy(() -> request().setAuthority(Optional.of(authority)))
        .isInstanceOf(Types.FailedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a:"})
  void scheme_thatIsNone_fails(String scheme) {
    assertThatThrownBy(() -> request().setScheme(Optional.of(new Scheme.Other(scheme))))
        .isInstanceOf(Types.FailedException.class);
  }

  @Test
  void requestOptions_keepWhatIsSet() throws Exception {
    Types.RequestOptions options = messages.types.newRequestOptions();
    assertThat(options.connectTimeout()).isEmpty();
    options.setConnectTimeout(Optional.of(1L));
    options.setFirstByteTimeout(Optional.of(2L));
    options.setBetweenBytesTimeout(Optional.of(-1L));
    assertThat(options.connectTimeout()).contains(1L);
    assertThat(options.firstByteTimeout()).contains(2L);
    assertThat(options.betweenBytesTimeout()).contains(-1L);
    options.setFirstByteTimeout(Optional.empty());
    assertThat(options.firstByteTimeout()).isEmpty();
    options.close();
  }

  @Test
  void response_is200_untilItIsSaidOtherwise() throws Exception {
    Types.OutgoingResponse response =
        messages.types.newOutgoingResponse(messages.fields(field("a", "1")));
    assertThat(response.statusCode()).isEqualTo(200);
    response.setStatusCode(404);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().has("a")).isTrue();
    for (int wrong : new int[] {0, 99, 100, 199, 1000, 65_535}) {
      assertThatThrownBy(() -> response.setStatusCode(wrong))
          .isInstanceOf(Types.FailedException.class);
    }
    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void body_andItsStream_areTakenOnce() throws Exception {
    Types.OutgoingRequest request = request();
    Types.OutgoingBody body = request.body();
    assertThatThrownBy(request::body).isInstanceOf(Types.FailedException.class);
    Streams.OutputStream stream = body.write();
    assertThatThrownBy(body::write).isInstanceOf(Types.FailedException.class);
    stream.close();
    messages.types.outgoingBodyFinish(body, Optional.empty());
  }

  @Test
  void body_whoseStreamIsOpen_isNeitherFinishedNorDropped() throws Exception {
    Types.OutgoingBody body = request().body();
    Streams.OutputStream stream = body.write();
    assertThatThrownBy(() -> messages.types.outgoingBodyFinish(body, Optional.empty()))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("output-stream has to be dropped");
    assertThatThrownBy(body::close).isInstanceOf(TrapException.class);
    stream.close();
  }

  @Test
  void message_whoseHeadersAreOpen_isNotDropped() throws Exception {
    Types.OutgoingRequest request = request();
    Types.Fields headers = request.headers();
    assertThatThrownBy(request::close)
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("headers has to be dropped");
    headers.close();
    request.close();
  }

  @Test
  void body_shorterThanDeclared_failsAtItsEnd() throws Exception {
    Types.OutgoingRequest request =
        messages.types.newOutgoingRequest(messages.fields(field("Content-Length", "5")));
    Types.OutgoingBody body = request.body();
    try (Streams.OutputStream out = body.write()) {
      assertThat(out.checkWrite()).isPositive();
      out.write("four".getBytes(UTF_8));
    }
    assertThat(messages.failure(() -> finish(body)))
        .isEqualTo(new ErrorCode.HttpRequestBodySize(Optional.of(4L)));
  }

  private Object finish(Types.OutgoingBody body) throws Exception {
    messages.types.outgoingBodyFinish(body, Optional.empty());
    return "finished";
  }

  @Test
  void body_longerThanDeclared_failsWhenItIsWritten() throws Exception {
    Types.OutgoingResponse response =
        messages.types.newOutgoingResponse(messages.fields(field("content-length", "3")));
    Types.OutgoingBody body = response.body();
    try (Streams.OutputStream out = body.write()) {
      assertThat(out.checkWrite()).isPositive();
      assertThat(
              messages.failure(
                  () -> {
                    out.write("four".getBytes(UTF_8));
                    return "written";
                  }))
          .isEqualTo(new ErrorCode.HttpResponseBodySize(Optional.of(4L)));
    }
    assertThat(messages.failure(() -> finish(body)))
        .isEqualTo(new ErrorCode.HttpResponseBodySize(Optional.of(4L)));
  }

  @Test
  void trailers_ofARequest_areRefused() throws Exception {
    Types.OutgoingBody body = request().body();
    Types.Fields trailers = messages.fields(field("a", "1"));
    assertThat(
            messages.failure(
                () -> {
                  messages.types.outgoingBodyFinish(body, Optional.of(trailers));
                  return "finished";
                }))
        .isInstanceOf(ErrorCode.InternalError.class);
  }

  /** Nobody reads it, so no more than the bound waits. */
  @Test
  void body_thatNobodySends_waits() throws Exception {
    try (Messages small = new Messages(HttpPolicy.NONE, new WasiLimits(10, 1000, 1))) {
      Types.OutgoingRequest request = small.types.newOutgoingRequest(small.types.newFields());
      Streams.OutputStream out = request.body().write();
      assertThat(out.checkWrite()).isEqualTo(1000);
      out.write(new byte[1000]);
      assertThat(out.checkWrite()).isZero();
      assertThat(out.subscribe().ready()).isFalse();
    }
  }

  @Test
  void httpErrorCode_isThatOfABody_andOfNothingElse() {
    ErrorCode code = new ErrorCode.LoopDetected();
    assertThat(
            messages.failure(
                () -> {
                  throw Messages.io(code);
                }))
        .isEqualTo(code);
    assertThat(messages.types.httpErrorCode(new IoError(new IOException("disk")))).isEmpty();
  }
}
