package dev.mortise.wasi.bodies;

import dev.mortise.wasi.io.HostInput;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.Types.ErrorCode;

/**
 * The body of an answer that {@code java.net.http} receives, as a stream. More is asked for when
 * there is room; when none comes for too long, the stream fails.
 */
public final class ReceivedBody extends HostInput implements BodySubscriber<ReceivedBody> {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final int capacity;
  private final Duration mostBetween;
  private final Signal signal = new Signal();
  private final HostPollable readable = HostPollable.when(signal, this::hasSomething);
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private int buffered;
  private boolean asking;
  private boolean ended;
  private @Nullable IOException failure;
  private Flow.@Nullable Subscription subscription;
  private @Nullable ScheduledFuture<?> alarm;

  /**
   * A body.
   *
   * @param capacity how many bytes wait for the component, about
   * @param mostBetween how long it may take until more bytes come
   */
  public ReceivedBody(int capacity, Duration mostBetween) {
    this.capacity = capacity;
    this.mostBetween = mostBetween;
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("wasi http timer").unstarted(task));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Completes when nothing more comes, for whatever reason. */
  public CompletableFuture<Boolean> end() {
    return end;
  }

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription of) {
    boolean unwanted;
    lock.lock();
    try {
      subscription = of;
      unwanted = ended;
    } finally {
      lock.unlock();
    }
    if (unwanted) {
      of.cancel();
    } else {
      ask();
    }
  }

  /** Asks for more if there is room. */
  private void ask() {
    Flow.Subscription asked;
    lock.lock();
    try {
      asked = subscription;
      if (asked == null || ended || asking || buffered >= capacity) {
        return;
      }
      asking = true;
      alarm =
          TIMER.schedule(
              this::late, Math.min(mostBetween.toNanos(), 1L << 60), TimeUnit.NANOSECONDS);
    } finally {
      lock.unlock();
    }
    asked.request(1);
  }

  private void late() {
    end(new HttpFailure(new ErrorCode.ConnectionReadTimeout()));
    cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    lock.lock();
    try {
      asking = false;
      stopAlarm();
      for (ByteBuffer item : items) {
        byte[] chunk = new byte[item.remaining()];
        item.get(chunk);
        if (chunk.length > 0 && !ended) {
          chunks.add(chunk);
          buffered += chunk.length;
        }
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
    ask();
  }

  @Override
  public void onError(Throwable failed) {
    end(new HttpFailure(HttpFailure.code(failed)));
  }

  @Override
  public void onComplete() {
    end(null);
  }

  private void end(@Nullable IOException why) {
    lock.lock();
    try {
      stopAlarm();
      if (!ended) {
        ended = true;
        failure = why;
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
    end.complete(why == null);
  }

  private void stopAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /** Nobody wants more of it. */
  public void cancel() {
    end(null);
    Flow.Subscription cancelled;
    lock.lock();
    try {
      cancelled = subscription;
    } finally {
      lock.unlock();
    }
    if (cancelled != null) {
      cancelled.cancel();
    }
  }

  @Override
  protected byte @Nullable [] take(int most) throws IOException {
    byte[] first;
    lock.lock();
    try {
      first = chunks.poll();
      if (first == null) {
        if (failure != null) {
          throw failure;
        }
        return ended ? null : new byte[0];
      }
      if (first.length > most) {
        chunks.addFirst(Arrays.copyOfRange(first, most, first.length));
        first = Arrays.copyOf(first, most);
      }
      buffered -= first.length;
    } finally {
      lock.unlock();
    }
    ask();
    return first;
  }

  @Override
  protected HostPollable readable() {
    return readable;
  }

  private boolean hasSomething() {
    lock.lock();
    try {
      return !chunks.isEmpty() || ended;
    } finally {
      lock.unlock();
    }
  }
}
