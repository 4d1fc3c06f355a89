package dev.mortise.wasi.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A request that a server has received, and the answer to it. The body of the request may be read
 * by another thread than the one that answers.
 */
public interface HttpExchange {
  /** The request. */
  RequestHead request();

  /** The body of the request, as it comes. Who reads waits in the calling thread. */
  InputStream requestBody();

  /** What follows the body of the request; known when that has been read to its end. */
  List<HttpField> requestTrailers();

  /**
   * Sends an answer that is not the last one.
   *
   * @param status from 100 to 199, and not 101
   * @throws IOException when the client is gone
   * @throws UnsupportedOperationException when the server, or the client's version of HTTP, has
   *     none
   */
  void inform(int status, List<HttpField> headers) throws IOException;

  /**
   * Begins the answer.
   *
   * @param status from 200 to 999
   * @return its body, which the caller closes at its end; a flush sends what was written
   */
  OutputStream respond(int status, List<HttpField> headers) throws IOException;

  /** Sends fields behind the body of the answer, if the client can take them; before its end. */
  void trailers(List<HttpField> trailers);

  /** Ends an answer that has begun such that the client sees that it is not whole. */
  void abort(IOException why);
}
