package dev.mortise.cli;

import dev.mortise.runtime.error.Printable;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells who waits for longer than a second what for, in one line that goes away. Says nothing when
 * nobody watches.
 */
final class Progress implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final CountDownLatch over = new CountDownLatch(1);
  private String doing;
  private boolean shown;

  /**
   * Begins to wait.
   *
   * @param interactive whether standard error is a terminal
   */
  Progress(PrintWriter err, boolean interactive, String doing) {
    this.err = err;
    this.doing = doing;
    if (interactive) {
      Thread watcher = new Thread(this::watch, "progress");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  /** The next thing is waited for. */
  synchronized void now(String next) {
    doing = next;
    if (shown) {
      show();
    }
  }

  private void watch() {
    try {
      if (!over.await(1, TimeUnit.SECONDS)) {
        showFirst();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void showFirst() {
    if (over.getCount() > 0) {
      shown = true;
      show();
    }
  }

  private void show() {
    err.print(CLEAR_LINE + Printable.line(doing) + " …");
    err.flush();
  }

  /** The waiting is over: the line goes away. */
  @Override
  public synchronized void close() {
    over.countDown();
    if (shown) {
      shown = false;
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
