package dev.mortise.wasi.bodies;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * The body of a request for {@code java.net.http}: a thread takes from a pipe what is asked for.
 */
public final class PipePublisher implements BodyPublisher {
  /** The one that waits is the component, and nobody can say how long it may take. */
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

  private final BodyPipe pipe;
  private final ThreadFactory threads;

  /** The body that comes out of a pipe. */
  public PipePublisher(BodyPipe pipe, ThreadFactory threads) {
    this.pipe = pipe;
    this.threads = threads;
  }

  @Override
  public long contentLength() {
    return pipe.declared();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Sending sending = new Sending(subscriber);
    subscriber.onSubscribe(sending);
    sending.thread.start();
  }

  private final class Sending implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread = threads.newThread(this::run);

    Sending(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      wanted.release((int) Math.min(n, 1 << 20));
    }

    /** The connection has failed, or the answer has come before the end. */
    @Override
    public void cancel() {
      pipe.fail(new IOException("the connection was closed"));
      thread.interrupt();
    }

    private void run() {
      try {
        for (; ; ) {
          byte[] chunk = pipe.next(AS_LONG_AS_IT_TAKES);
          if (chunk == null) {
            subscriber.onComplete();
            return;
          }
          wanted.acquire();
          subscriber.onNext(ByteBuffer.wrap(chunk));
        }
      } catch (IOException e) {
        subscriber.onError(e);
      } catch (InterruptedException e) {
        subscriber.onError(new IOException("the request was cancelled", e));
      }
    }
  }
}
