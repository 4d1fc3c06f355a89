package dev.mortise.wasi.bodies;

import dev.mortise.wasi.io.HostOutput;
import dev.mortise.wasi.io.HostPollable;
import dev.mortise.wasi.io.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.Types.ErrorCode;

/**
 * A body on its way from a component, which writes it as a stream, to a thread of the host, which
 * sends it. A bounded part of it waits between them.
 */
public final class BodyPipe extends HostOutput {
  /** The length of a body that has not said how long it is. */
  public static final long UNDECLARED = -1;

  private final int capacity;
  private final long declared;
  private final boolean answer;
  private final Signal signal = new Signal();
  private final HostPollable writable = HostPollable.when(signal, this::hasRoom);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int buffered;
  private long written;
  private boolean streamIsOpen;
  private boolean flushing;
  private boolean finished;
  private boolean withoutBody;
  private @Nullable IOException failure;

  /**
   * A body.
   *
   * @param capacity how many bytes wait at most
   * @param declared its length as its header says, in bytes, or {@link #UNDECLARED}
   * @param answer whether it is that of an answer, and not of a request
   */
  public BodyPipe(int capacity, long declared, boolean answer) {
    this.capacity = capacity;
    this.declared = declared;
    this.answer = answer;
  }

  /** Its length as its header says, in bytes, or {@link #UNDECLARED}. */
  public long declared() {
    return declared;
  }

  /** Notes that the component has the stream. */
  public void openStream() {
    streamIsOpen = true;
  }

  /** Whether the component has the stream. */
  public boolean isStreamOpen() {
    return streamIsOpen;
  }

  /** The component has dropped the stream. */
  @Override
  public void close() {
    streamIsOpen = false;
  }

  /**
   * No body belongs to the message, whatever its headers say, as in an answer to {@code HEAD}: what
   * is written is thrown away.
   */
  public void discard() {
    change(
        () -> {
          withoutBody = true;
          chunks.clear();
          buffered = 0;
        });
  }

  @Override
  protected int room() throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      return flushing ? 0 : capacity - buffered;
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected void put(byte[] bytes) throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      written += bytes.length;
      if (declared != UNDECLARED && written > declared && !withoutBody) {
        failure = wrongSize();
        throw failure;
      }
      if (bytes.length > 0 && !withoutBody) {
        chunks.add(bytes);
        buffered += bytes.length;
      }
    } finally {
      change.signalAll();
      lock.unlock();
    }
  }

  private HttpFailure wrongSize() {
    Optional<Long> size = Optional.of(written);
    return new HttpFailure(
        answer
            ? new ErrorCode.HttpResponseBodySize(size)
            : new ErrorCode.HttpRequestBodySize(size));
  }

  @Override
  protected void beginFlush() throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      flushing = !withoutBody;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected HostPollable writable() {
    return writable;
  }

  private boolean hasRoom() {
    lock.lock();
    try {
      return failure != null || (!flushing && buffered < capacity);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The body is whole.
   *
   * @throws HttpFailure when it is not as long as declared, or could not be sent; whoever sends it
   *     is told so too
   */
  public void finish() throws HttpFailure {
    lock.lock();
    try {
      if (failure == null && declared != UNDECLARED && written != declared && !withoutBody) {
        failure = wrongSize();
      }
      if (failure != null) {
        throw failure instanceof HttpFailure ours
            ? ours
            : new HttpFailure(HttpFailure.code(failure));
      }
      finished = true;
    } finally {
      change.signalAll();
      lock.unlock();
    }
  }

  /** Ends the body where it is, for both sides, unless it is whole. */
  public void fail(IOException why) {
    change(
        () -> {
          if (failure == null && !(finished && chunks.isEmpty())) {
            failure = why;
            chunks.clear();
            buffered = 0;
            flushing = false;
          }
        });
  }

  /**
   * The component has ended. A body that it has left unfinished is not whole; one of which it has
   * written nothing, and said nothing, is empty.
   */
  public void abandon() {
    change(
        () -> {
          if (!finished && failure == null) {
            if (written == 0 && declared <= 0) {
              finished = true;
            } else {
              failure = new HttpFailure(new ErrorCode.HttpResponseIncomplete());
            }
          }
        });
  }

  private void change(Runnable action) {
    lock.lock();
    try {
      action.run();
      change.signalAll();
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  /** Whether it is whole and nobody has written anything. */
  public boolean isEmpty() {
    lock.lock();
    try {
      return finished && written == 0;
    } finally {
      lock.unlock();
    }
  }

  /** The next bytes if there are any; what was given before is taken for sent. */
  public byte @Nullable [] poll() throws IOException {
    byte[] chunk;
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      chunk = chunks.poll();
      if (chunk != null) {
        buffered -= chunk.length;
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
    return chunk;
  }

  /**
   * Waits for the next bytes; all that was given before is taken for sent and flushed.
   *
   * @param most how long it waits
   * @return null at the end
   * @throws HttpFailure when the component has written nothing for too long
   */
  public byte @Nullable [] next(Duration most) throws IOException, InterruptedException {
    byte[] chunk;
    lock.lockInterruptibly();
    try {
      long remaining = most.toNanos();
      while (chunks.isEmpty() && !finished && failure == null) {
        if (flushing) {
          flushing = false;
          signal.raise();
        }
        if (remaining <= 0) {
          failure = new HttpFailure(new ErrorCode.HttpResponseTimeout());
          break;
        }
        remaining = change.awaitNanos(remaining);
      }
      if (failure != null) {
        throw failure;
      }
      chunk = chunks.poll();
      if (chunk != null) {
        buffered -= chunk.length;
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
    return chunk;
  }

  /** Whether bytes, the end or a failure come within a moment in which no flush is asked for. */
  public boolean isFollowedAtOnce(Duration moment) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long remaining = moment.toNanos();
      while (chunks.isEmpty() && !finished && failure == null && !flushing && remaining > 0) {
        remaining = change.awaitNanos(remaining);
      }
      return !chunks.isEmpty() || finished || failure != null;
    } finally {
      lock.unlock();
    }
  }
}
