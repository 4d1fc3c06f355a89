package dev.mortise.wasi.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose bytes come when they come. A thread reads ahead, up to a bound, from the first
 * time that somebody asks.
 */
public final class PumpedInput extends HostInput {
  private static final int CHUNK = 16 << 10;

  private final InputStream in;
  private final int capacity;
  private final ThreadFactory threads;
  private final Signal signal = new Signal();
  private final HostPollable readable = HostPollable.when(signal, this::hasSomething);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomAgain = lock.newCondition();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int buffered;
  private boolean ended;
  private @Nullable IOException failure;
  private @Nullable Thread pump;

  /**
   * The stream of another one, which is closed with it.
   *
   * @param capacity how many bytes are read ahead at most, in bytes
   * @param threads makes the thread that reads
   */
  public PumpedInput(InputStream in, int capacity, ThreadFactory threads) {
    this.in = in;
    this.capacity = capacity;
    this.threads = threads;
  }

  @Override
  protected byte @Nullable [] take(int most) throws IOException {
    lock.lock();
    try {
      start();
      byte[] first = chunks.poll();
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
      roomAgain.signal();
      return first;
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected HostPollable readable() {
    return readable;
  }

  private boolean hasSomething() {
    lock.lock();
    try {
      start();
      return !chunks.isEmpty() || ended;
    } finally {
      lock.unlock();
    }
  }

  private void start() {
    if (pump == null && !ended) {
      pump = threads.newThread(this::pump);
      pump.start();
    }
  }

  private void pump() {
    try {
      byte[] buffer = new byte[CHUNK];
      while (awaitRoom()) {
        int count = in.read(buffer);
        if (count < 0) {
          end(null);
          return;
        }
        put(Arrays.copyOf(buffer, count));
      }
    } catch (IOException e) {
      end(e);
    } catch (InterruptedException e) {
      end(null);
    }
  }

  /** Waits until bytes may be read; whether any are wanted still. */
  private boolean awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (buffered >= capacity && !ended) {
        roomAgain.await();
      }
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  private void put(byte[] bytes) {
    lock.lock();
    try {
      if (bytes.length > 0 && !ended) {
        chunks.add(bytes);
        buffered += bytes.length;
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  private void end(@Nullable IOException why) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        failure = why;
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  /**
   * Ends the stream and closes what it reads, which ends a read of it; an interruption would close
   * a socket for its writers too.
   */
  @Override
  public void close() {
    end(null);
    lock.lock();
    try {
      chunks.clear();
      roomAgain.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      in.close();
    } catch (IOException e) {
      // Nobody reads it any more.
    }
  }
}
