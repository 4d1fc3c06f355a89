package dev.mortise.cli.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections on which the head of a request takes too long: a byte now and then keeps a
 * connection from being idle, and would keep it for ever.
 */
final class HeaderDeadline extends AbstractLifeCycle implements Connection.Listener {
  private final Duration most;
  private final Map<Connection, Head> heads = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("serve header deadline").factory());

  HeaderDeadline(Duration most) {
    this.most = most;
  }

  /** What is known of the request that a connection may be receiving. */
  private static final class Head {
    private int answering;
    private long bytesBefore;
    private long since = -1;

    synchronized void began() {
      answering++;
      since = -1;
    }

    synchronized void ended(long bytes) {
      answering--;
      bytesBefore = bytes;
      since = -1;
    }

    /** Whether bytes of a head have come and nothing else for too long. */
    synchronized boolean isLate(long bytes, long now, long most) {
      if (answering > 0 || bytes <= bytesBefore) {
        return false;
      }
      if (since < 0) {
        since = now;
      }
      return now - since > most;
    }
  }

  @Override
  protected void doStart() {
    long period = Math.max(10, Math.min(1000, most.toMillis() / 4));
    var unused = timer.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    timer.shutdownNow();
  }

  @Override
  public void onOpened(Connection connection) {
    heads.put(connection, new Head());
  }

  @Override
  public void onClosed(Connection connection) {
    heads.remove(connection);
  }

  /** The head of a request is there. */
  void began(Connection connection) {
    Head head = heads.get(connection);
    if (head != null) {
      head.began();
    }
  }

  /** The request is answered. */
  void ended(Connection connection) {
    Head head = heads.get(connection);
    if (head != null) {
      head.ended(connection.getBytesIn());
    }
  }

  private void sweep() {
    long now = System.nanoTime() >>> 1; // never negative
    heads.forEach(
        (connection, head) -> {
          if (head.isLate(connection.getBytesIn(), now, most.toNanos() >>> 1)) {
            connection.getEndPoint().close();
          }
        });
  }
}
