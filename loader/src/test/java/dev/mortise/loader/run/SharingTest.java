package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.CallException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One component for many threads; one instance for one thread at a time. */
class SharingTest {
  private static final int THREADS = 16;
  private static final int CALLS = 500;

  @Test
  void component_usedByManyThreads_givesEachItsOwnState() throws Exception {
    Component component = Fixtures.load("counter");
    LinkedComponent linked = component.link(Imports.NONE);
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        boolean direct = t % 2 == 0;
        counts.add(
            threads.submit(
                () -> {
                  start.await();
                  Instance instance = direct ? component.instantiate() : linked.instantiate();
                  for (int i = 1; i < CALLS; i++) {
                    assertThat(Fixtures.u32(instance.call("add", i, CALLS))).isEqualTo(i + CALLS);
                    instance.call("next");
                  }
                  return Fixtures.u32(instance.call("next"));
                }));
      }
      start.countDown();
      for (Future<Long> count : counts) {
        assertThat(count.get()).isEqualTo(CALLS);
      }
    }
  }

  @Test
  void instance_enteredByASecondThread_refusesItAndGoesOn() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Instance instance =
        Fixtures.load("protect")
            .instantiate(
                Imports.builder()
                    .func("take", args -> "")
                    .func(
                        "host",
                        args -> {
                          inside.countDown();
                          goOn.await();
                          return null;
                        })
                    .build());
    Thread first = new Thread(() -> instance.call("call-host"), "the first");
    first.start();
    inside.await();
    assertThatThrownBy(() -> instance.call("ok"))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("[instance-busy]")
        .hasMessageContaining("the thread the first is running in it")
        .hasMessageContaining("Use one instance per thread");
    goOn.countDown();
    first.join();
    assertThat(Fixtures.u32(instance.call("ok"))).isEqualTo(42);
  }

  @Test
  void instance_usedByOneThreadAfterAnother_keepsItsState() throws Exception {
    Instance instance = Fixtures.load("counter").instantiate();
    instance.call("next");
    Thread second = new Thread(() -> instance.call("next"));
    second.start();
    second.join();
    assertThat(Fixtures.u32(instance.call("next"))).isEqualTo(3);
  }
}
