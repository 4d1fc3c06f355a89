package dev.mortise.cli.serve;

import dev.mortise.wasi.exchange.HttpExchange;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.exchange.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** A request that Jetty has received. */
final class JettyExchange implements HttpExchange {
  private final Request request;
  private final Response response;
  private final RequestHead head;
  private final InputStream body;
  private volatile @Nullable HttpFields trailers;
  private volatile @Nullable IOException broken;

  JettyExchange(Request request, Response response, long bodyBytes) {
    this.request = request;
    this.response = response;
    HttpURI uri = request.getHttpURI();
    head =
        new RequestHead(
            request.getMethod(),
            Optional.ofNullable(uri.getPathQuery()),
            Optional.ofNullable(uri.getScheme()),
            Optional.ofNullable(uri.getAuthority())
                .or(() -> Optional.ofNullable(request.getHeaders().get("host"))),
            fields(request.getHeaders()));
    body = new BoundedInput(Content.Source.asInputStream(request), bodyBytes);
  }

  private static List<HttpField> fields(HttpFields fields) {
    return fields.stream()
        .map(
            field ->
                new HttpField(field.getName(), field.getValue() == null ? "" : field.getValue()))
        .toList();
  }

  private static HttpFields jetty(List<HttpField> fields) {
    HttpFields.Mutable all = HttpFields.build();
    fields.forEach(field -> all.add(field.name(), field.value()));
    return all.asImmutable();
  }

  /** What broke the answer off, or null. */
  @Nullable IOException broken() {
    return broken;
  }

  @Override
  public RequestHead request() {
    return head;
  }

  @Override
  public InputStream requestBody() {
    return body;
  }

  @Override
  public List<HttpField> requestTrailers() {
    HttpFields found = request.getTrailers();
    return found == null ? List.of() : fields(found);
  }

  @Override
  public void inform(int status, List<HttpField> headers) throws IOException {
    if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
      throw new UnsupportedOperationException("HTTP/1.0 has no informational answers");
    }
    try {
      var unused = response.writeInterim(status, jetty(headers)).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public OutputStream respond(int status, List<HttpField> headers) {
    response.setStatus(status);
    response.getHeaders().add(jetty(headers));
    if (headers.stream().noneMatch(field -> field.isCalled("content-length"))) {
      response.setTrailersSupplier(() -> trailers);
    }
    return Content.Sink.asOutputStream(response);
  }

  @Override
  public void trailers(List<HttpField> fields) {
    trailers = jetty(fields);
  }

  @Override
  public void abort(IOException why) {
    broken = why;
  }
}
