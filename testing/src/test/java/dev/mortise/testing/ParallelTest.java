package dev.mortise.testing;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.verify;
import static dev.mortise.testing.Mocking.when;
import static dev.mortise.testing.Mocking.whenCalled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** Tests that run at the same time have each their own mocks and instance. */
class ParallelTest {
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

  @Test
  void testsOfManyThreads_doNotMeet() {
    Inner.assertSuccess(
        Inner.of(Parallel.class)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        200);
    assertThat(THREADS).hasSizeGreaterThan(1);
  }

  @Disabled("run by ParallelTest")
  @ComponentTest("shop.wasm")
  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel {
    @MockImport Payments payments;
    @MockImport Journal journal;

    @RepeatedTest(200)
    void pays(RepetitionInfo repetition, Till till) throws Exception {
      THREADS.add(Thread.currentThread().getName());
      int amount = repetition.getCurrentRepetition();
      whenCalled(() -> journal.write(any(), any())).thenDoNothing();
      when(payments.pay(new Charge(amount, "EUR"))).thenReturn(new Receipt("r" + amount));
      assertThat(till.checkout(amount)).isEqualTo("r" + amount);
      verify(payments).pay(new Charge(amount, "EUR"));
    }
  }
}
