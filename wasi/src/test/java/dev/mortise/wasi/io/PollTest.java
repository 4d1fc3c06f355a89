package dev.mortise.wasi.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.clocks.MonotonicClockHost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.io.v0_2.Poll;

@Timeout(30)
class PollTest {
  private static final long MILLISECOND = 1_000_000;

  private final Poll poll = new PollHost();
  private final MonotonicClockHost clock = new MonotonicClockHost(System::nanoTime);

  @Test
  void emptyList_traps() {
    assertThatThrownBy(() -> poll.poll(List.of()))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("the list is empty");
  }

  @Test
  void poll_givesThePlacesOfAllThatAreReady() {
    Poll.Pollable never = HostPollable.when(new Signal(), () -> false);
    Poll.Pollable now = HostPollable.always();
    assertThat(poll.poll(List.of(never, now, never, now))).containsExactly(1, 3);
  }

  @Test
  void timer_isReadyWhenItsTimeHasCome() {
    long before = clock.now();
    Poll.Pollable timer = clock.subscribeDuration(20 * MILLISECOND);
    assertThat(timer.ready()).isFalse();
    assertThat(poll.poll(List.of(clock.subscribeDuration(-1), timer))).containsExactly(1);
    assertThat(clock.now() - before).isGreaterThanOrEqualTo(20 * MILLISECOND);
    assertThat(timer.ready()).isTrue();
    assertThat(clock.subscribeInstant(0).ready()).isTrue();
    assertThat(clock.subscribeInstant(-1).ready()).isFalse();
  }

  @Test
  void signal_wakesWhoWaits() throws Exception {
    Signal signal = new Signal();
    AtomicBoolean ready = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  HostPollable.when(signal, ready::get).block();
                  done.countDown();
                });
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    signal.raise();
    Thread.sleep(20);
    assertThat(done.getCount()).as("woken without a reason").isEqualTo(1);
    ready.set(true);
    signal.raise();
    done.await();
  }

  @Test
  void waiting_takesNoTimeOfTheProcessor() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    clock.subscribeDuration(500 * MILLISECOND).block();
    assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(100 * MILLISECOND);
  }

  @Test
  void interruption_endsTheWait() throws Exception {
    Throwable[] thrown = new Throwable[1];
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    HostPollable.when(new Signal(), () -> false).block();
                  } catch (TrapException e) {
                    thrown[0] = e;
                  }
                });
    waiting.interrupt();
    waiting.join();
    assertThat(thrown[0]).hasMessageContaining("[interrupted] wasi:io/poll");
  }

  /** Somebody may bind a clock of their own, and leave the waiting to this host. */
  @Test
  void pollableOfSomebodyElse_canBeWaitedForToo() {
    CountDownLatch latch = new CountDownLatch(1);
    Poll.Pollable others =
        new Poll.Pollable() {
          @Override
          public boolean ready() {
            return latch.getCount() == 0;
          }

          @Override
          public void block() {
            try {
              latch.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void close() {}
        };
    assertThat(poll.poll(List.of(others, clock.subscribeDuration(MILLISECOND)))).containsExactly(1);
    Thread.ofVirtual().start(latch::countDown);
    assertThat(poll.poll(List.of(others))).containsExactly(0);
  }

  /** They wait on a thread of this host's, and still it is the caller who hears of it. */
  @Test
  void failureOfSomebodyElsesPollable_isTheCallers() {
    Poll.Pollable failing =
        new Poll.Pollable() {
          @Override
          public boolean ready() {
            return false;
          }

          @Override
          public void block() {
            throw new IllegalStateException("the clock is broken");
          }

          @Override
          public void close() {}
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> poll.poll(List.of(failing)))
        .withMessage("the clock is broken");
  }

  /** To be interrupted is how it learns that nobody waits any more. */
  @Test
  void interruptedPollableOfSomebodyElse_isNotReady() {
    Poll.Pollable never =
        new Poll.Pollable() {
          @Override
          public boolean ready() {
            return false;
          }

          @Override
          public void block() {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void close() {}
        };
    // So many that some have heard of it before the last is told.
    List<Poll.Pollable> in = new ArrayList<>(Collections.nCopies(100, never));
    for (int i = 0; i < 50; i++) {
      in.add(clock.subscribeDuration(MILLISECOND));
      assertThat(poll.poll(in)).containsExactly(100);
      in.remove(100);
    }
  }
}
