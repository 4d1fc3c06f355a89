package dev.mortise.wasi.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose reader may be slow: a thread writes what was put, of which there is never more
 * than a bound. When the stream is dropped, what was put is written and the other stream closed.
 */
public final class PumpedOutput extends HostOutput {
  private final OutputStream out;
  private final int capacity;
  private final ThreadFactory threads;
  private final Signal signal = new Signal();
  private final HostPollable writable = HostPollable.when(signal, this::hasRoom);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int buffered;
  private boolean flushing;
  private boolean dropped;
  private boolean finished;
  private @Nullable Step last;
  private @Nullable IOException failure;
  private @Nullable Thread pump;

  /**
   * The stream to another one.
   *
   * @param capacity how many bytes wait at most
   * @param threads makes the thread that writes
   */
  public PumpedOutput(OutputStream out, int capacity, ThreadFactory threads) {
    this.out = out;
    this.capacity = capacity;
    this.threads = threads;
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
      if (bytes.length > 0) {
        chunks.add(bytes);
        buffered += bytes.length;
        wakeUp();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected void beginFlush() throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      flushing = true;
      wakeUp();
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

  private void wakeUp() {
    if (pump == null) {
      pump = threads.newThread(this::pump);
      pump.start();
    }
    work.signal();
  }

  /** What is done in its turn. */
  @FunctionalInterface
  public interface Step {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Takes no more: to the component the stream is closed.
   *
   * @param action what to do when all that was put is written
   */
  public void finish(Step action) {
    lock.lock();
    try {
      if (!finished) {
        finished = true;
        last = action;
        wakeUp();
      }
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  @Override
  protected boolean isClosed() {
    lock.lock();
    try {
      return finished && failure == null;
    } finally {
      lock.unlock();
    }
  }

  private void pump() {
    try (out) {
      for (Step step = next(); step != null; step = next()) {
        step.run();
      }
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      fail(new IOException("interrupted"));
    }
  }

  /** What to do next, or null when the stream was dropped. */
  private @Nullable Step next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (chunks.isEmpty() && !flushing && last == null && !dropped) {
        work.await();
      }
      byte[] chunk = chunks.poll();
      if (chunk != null) {
        return () -> {
          out.write(chunk);
          done(chunk.length);
        };
      }
      if (flushing) {
        return () -> {
          out.flush();
          flushed();
        };
      }
      Step step = last;
      last = null;
      return step;
    } finally {
      lock.unlock();
    }
  }

  private void done(int length) {
    lock.lock();
    try {
      buffered -= length;
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  private void flushed() {
    lock.lock();
    try {
      flushing = false;
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  private void fail(IOException e) {
    lock.lock();
    try {
      failure = e;
      chunks.clear();
      buffered = 0;
      flushing = false;
    } finally {
      lock.unlock();
    }
    signal.raise();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      dropped = true;
      wakeUp();
    } finally {
      lock.unlock();
    }
  }
}
