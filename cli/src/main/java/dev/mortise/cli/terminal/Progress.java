package dev.mortise.cli.terminal;

import dev.mortise.loader.compile.lazy.CodeProgress;
import dev.mortise.runtime.error.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells who waits for longer than a second what for, in one line that goes away. Says nothing when
 * nobody watches.
 */
public final class Progress implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int BAR_WIDTH = 24;

  private final PrintWriter err;
  private final CountDownLatch over = new CountDownLatch(1);
  private String doing;
  private String bar = "";
  private boolean shown;

  /**
   * Begins to wait.
   *
   * @param interactive whether standard error is a terminal
   */
  public Progress(PrintWriter err, boolean interactive, String doing) {
    this.err = err;
    this.doing = doing;
    if (interactive) {
      Thread watcher = new Thread(this::watch, "progress");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  /** Begins to wait where the launcher said whether standard error is a terminal. */
  public static Progress onTerminal(PrintWriter err, String doing) {
    return new Progress(err, isWatched(), doing);
  }

  /** Whether somebody watches standard error, by what the launcher says. */
  public static boolean isWatched() {
    String terminal = String.valueOf(System.getenv("TERM"));
    return Boolean.getBoolean("mortise.stderr.terminal") && !terminal.equalsIgnoreCase("dumb");
  }

  /** The next thing is waited for. */
  public synchronized void now(String next) {
    doing = next;
    bar = "";
    if (shown) {
      show();
    }
  }

  /** Shows how far the work on the code of a component has come. */
  public CodeProgress of(Path file) {
    return (work, done, all) -> {
      String what =
          switch (work) {
            case CHECK -> "checking ";
            case COMPILE -> "compiling ";
          };
      at(what + file, done, all);
    };
  }

  private synchronized void at(String next, int done, int all) {
    int filled = BAR_WIDTH * done / Math.max(1, all);
    doing = next;
    bar = " [" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "]";
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
    err.print(CLEAR_LINE + Printable.line(doing) + bar + " …");
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
