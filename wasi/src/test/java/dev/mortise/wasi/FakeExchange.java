package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mortise.wasi.exchange.HttpExchange;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.exchange.RequestHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An exchange without a network, which remembers what it is told. */
final class FakeExchange implements HttpExchange {
  private final RequestHead head;
  private final InputStream requestBody;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  final List<String> told = new ArrayList<>();
  List<HttpField> requestTrailers = List.of();
  int mostBytes = Integer.MAX_VALUE;

  FakeExchange(String method, String path, InputStream body, HttpField... headers) {
    head =
        new RequestHead(
            method, Optional.of(path), Optional.of("http"), Optional.of("here"), List.of(headers));
    requestBody = body;
  }

  FakeExchange(String method, String path, HttpField... headers) {
    this(method, path, new ByteArrayInputStream(new byte[0]), headers);
  }

  @Override
  public RequestHead request() {
    return head;
  }

  @Override
  public InputStream requestBody() {
    return requestBody;
  }

  @Override
  public List<HttpField> requestTrailers() {
    return requestTrailers;
  }

  @Override
  public void inform(int status, List<HttpField> headers) {
    told.add("inform " + status + " " + text(headers));
  }

  @Override
  public OutputStream respond(int status, List<HttpField> headers) {
    told.add("respond " + status + " " + text(headers));
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        if (body.size() + count > mostBytes) {
          throw new IOException("the client hung up");
        }
        body.write(bytes, from, count);
      }

      @Override
      public void close() {
        told.add("end");
      }
    };
  }

  @Override
  public void trailers(List<HttpField> trailers) {
    told.add("trailers " + text(trailers));
  }

  @Override
  public void abort(IOException why) {
    told.add("abort");
  }

  private static String text(List<HttpField> fields) {
    return String.join(
        ", ", fields.stream().map(field -> field.name() + "=" + field.value()).toList());
  }

  String body() {
    return body.toString(UTF_8);
  }
}
