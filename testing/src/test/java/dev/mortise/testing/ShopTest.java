package dev.mortise.testing;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.anyLong;
import static dev.mortise.testing.Mocking.atLeast;
import static dev.mortise.testing.Mocking.atMost;
import static dev.mortise.testing.Mocking.callsOf;
import static dev.mortise.testing.Mocking.captor;
import static dev.mortise.testing.Mocking.eq;
import static dev.mortise.testing.Mocking.inOrder;
import static dev.mortise.testing.Mocking.mock;
import static dev.mortise.testing.Mocking.never;
import static dev.mortise.testing.Mocking.that;
import static dev.mortise.testing.Mocking.times;
import static dev.mortise.testing.Mocking.verify;
import static dev.mortise.testing.Mocking.verifyNoMoreCalls;
import static dev.mortise.testing.Mocking.when;
import static dev.mortise.testing.Mocking.whenCalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.TrapException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Journal.Level;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Account;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** What a test can say to typed mocks. */
@ComponentTest("shop.wasm")
class ShopTest {
  @MockImport Payments payments;
  @MockImport Journal journal;

  @Nested
  class Checkout {
    @BeforeEach
    void letItWrite() {
      whenCalled(() -> journal.write(any(), any())).thenDoNothing();
    }

    @Test
    void result_isReturnedAndVerified(Till till) throws Exception {
      when(payments.pay(new Charge(3, "EUR"))).thenReturn(new Receipt("r1"));
      assertThat(till.checkout(3)).isEqualTo("r1");
      verify(payments).pay(new Charge(3, "EUR"));
      verify(journal).write(Level.INFO, "checkout");
      verify(payments, never()).cancel(any());
      verifyNoMoreCalls(payments, journal);
    }

    @Test
    void err_isTheComponentsToHandle(Till till) throws Exception {
      when(payments.pay(any())).thenErr(new Failure.Declined("no money"));
      assertThatExceptionOfType(Till.FailureException.class)
          .isThrownBy(() -> till.checkout(1))
          .satisfies(e -> assertThat(e.error()).isEqualTo(new Failure.Declined("no money")));
      verify(journal).write(Level.WARN, "not paid");
    }

    @Test
    void exceptionOfTheFunction_isItsErr(Till till) throws Exception {
      when(payments.pay(any())).thenThrow(new Payments.FailureException(new Failure.Offline()));
      assertThatExceptionOfType(Till.FailureException.class).isThrownBy(() -> till.checkout(1));
    }

    @Test
    void answers_followOneAnother(Till till) throws Exception {
      when(payments.pay(any()))
          .thenReturn(new Receipt("a"), new Receipt("b"))
          .thenErr(new Failure.Offline());
      assertThat(till.checkout(1)).isEqualTo("a");
      assertThat(till.checkout(2)).isEqualTo("b");
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(Till.FailureException.class).isThrownBy(() -> till.checkout(1));
      }
      verify(payments, times(4)).pay(any());
      verify(payments, atLeast(2)).pay(that((Charge c) -> c.amount() == 1));
      verify(payments, atMost(1)).pay(eq(new Charge(2, "EUR")));
    }

    @Test
    void lastStub_goesBeforeOthers(Till till) throws Exception {
      when(payments.pay(any())).thenReturn(new Receipt("any"));
      when(payments.pay(new Charge(7, "EUR"))).thenReturn(new Receipt("seven"));
      assertThat(till.checkout(7)).isEqualTo("seven");
      assertThat(till.checkout(6)).isEqualTo("any");
    }

    @Test
    void nthCall_hasAnAnswerOfItsOwn(Till till) throws Exception {
      when(payments.pay(any())).thenReturn(new Receipt("ok"));
      when(payments.pay(any())).onCall(2).thenErr(new Failure.Offline());
      assertThat(till.checkout(1)).isEqualTo("ok");
      assertThatExceptionOfType(Till.FailureException.class).isThrownBy(() -> till.checkout(1));
      assertThat(till.checkout(1)).isEqualTo("ok");
    }

    @Test
    void trap_endsTheInstance(Till till) throws Exception {
      when(payments.pay(any())).thenTrap("the power is out");
      assertThatExceptionOfType(TrapException.class)
          .isThrownBy(() -> till.checkout(1))
          .withMessageContaining("the power is out")
          .withMessageContaining("docs:shop/payments@1.0.0#pay");
      assertThatExceptionOfType(TrapException.class)
          .isThrownBy(() -> till.checkout(0))
          .withMessageContaining("instance-poisoned");
    }

    @Test
    void answer_isComputedAndMayWait(Till till) throws Exception {
      when(payments.pay(any()))
          .after(Duration.ofMillis(20))
          .thenAnswer(call -> new Receipt("for " + call.<Charge>argument(0).amount()));
      long start = System.nanoTime();
      assertThat(till.checkout(5)).isEqualTo("for 5");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(19));
    }

    @Test
    void captor_hasTheArguments(Till till) throws Exception {
      when(payments.pay(any())).thenReturn(new Receipt("r"));
      till.checkout(8);
      till.checkout(9);
      var charge = Mocking.<Charge>captor();
      verify(payments, times(2)).pay(charge.capture());
      assertThat(charge.values()).extracting(Charge::amount).containsExactly(8L, 9L);
      assertThat(charge.value().currency()).isEqualTo("EUR");
      assertThat(callsOf(journal))
          .hasSize(2)
          .first()
          .hasToString("docs:shop/journal@1.0.0#write(info, \"checkout\")");
    }

    @Test
    void order_isOverAllMocks(Till till) throws Exception {
      when(payments.pay(any())).thenErr(new Failure.Offline());
      assertThatExceptionOfType(Till.FailureException.class).isThrownBy(() -> till.checkout(1));
      var order = inOrder(journal, payments);
      order.verify(journal).write(Level.INFO, "checkout");
      order.verify(payments).pay(any());
      order.verify(journal).write(Level.WARN, "not paid");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_294_967_295L})
    void parameters_areThoseOfTheTestToo(long count, Till till) throws Exception {
      when(payments.pay(new Charge(count, "EUR"))).thenReturn(new Receipt("r"));
      assertThat(till.checkout(count)).isEqualTo("r");
    }
  }

  @Test
  void nullOfAMock_isRefusedAsInProduction(Till till) throws Exception {
    whenCalled(() -> journal.write(any(), any())).thenDoNothing();
    when(payments.pay(any())).thenReturn(null);
    assertThatExceptionOfType(TrapException.class).isThrownBy(() -> till.checkout(1));
  }

  @Test
  void resource_isAMockToo(Till till) {
    Account account = mock(Account.class);
    when(payments.newAccount("Ann")).thenReturn(account);
    when(account.pay(anyLong())).thenReturn(true);
    when(account.balance()).thenReturn(41L);
    assertThat(till.rich("Ann")).isEqualTo(41);
    var order = inOrder(payments, account);
    order.verify(payments).newAccount("Ann");
    order.verify(account).pay(1);
    order.verify(account).balance();
    order.verify(account).close();
  }

  @Test
  void componentsHandles_areTheTestsToClose(Till till) {
    try (Till.Basket basket = till.newBasket()) {
      assertThat(basket.add(2)).isEqualTo(2);
      assertThat(basket.add(3)).isEqualTo(5);
    }
  }

  @Test
  void instance_isCalledByName(Instance instance) {
    whenCalled(() -> payments.cancel("all")).thenDoNothing();
    instance.call("docs:shop/till@1.0.0#close-day");
    verify(payments).cancel("all");
  }

  @EngineMatrix
  void engines_doTheSame(Till till, ComponentUnderTest shop) throws Exception {
    whenCalled(() -> journal.write(any(), any())).thenDoNothing();
    when(payments.pay(any())).thenReturn(new Receipt(shop.engine().name()));
    assertThat(till.checkout(1)).isEqualTo(shop.engine().name());
    verify(payments).pay(new Charge(1, "EUR"));
  }

  @EngineMatrix
  void errorOfAMock_comesToTheTestAsItIs(Till till) throws Exception {
    class Sudden extends Error {
      private static final long serialVersionUID = 1L;
    }
    whenCalled(() -> journal.write(any(), any())).thenThrow(new Sudden());
    assertThatExceptionOfType(Sudden.class).isThrownBy(() -> till.checkout(1));
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> till.checkout(0))
        .withMessageContaining("instance-poisoned");
  }

  @Test
  void captorWithoutACall_saysSo() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> captor().value())
        .withMessageContaining("nothing was captured");
  }
}
