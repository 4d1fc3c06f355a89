package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.captor;
import static dev.mortise.testing.Mocking.inOrder;
import static dev.mortise.testing.Mocking.never;
import static dev.mortise.testing.Mocking.times;
import static dev.mortise.testing.Mocking.verify;
import static dev.mortise.testing.Mocking.verifyNoMoreCalls;
import static dev.mortise.testing.Mocking.when;
import static dev.mortise.testing.Mocking.whenCalled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.MockImport;
import dev.mortise.testing.Mocking.Captor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Journal.Level;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** Mocks of the interfaces that were generated for the component's imports. */
@ComponentTest("shop.wasm")
class TypedMocksTest {
  @MockImport Payments payments;
  @MockImport Journal journal;

  @BeforeEach
  void letItWrite() {
    whenCalled(() -> journal.write(any(), any())).thenDoNothing();
  }

  @Test
  void pays(Till till) throws Exception {
    when(payments.pay(any())).thenReturn(new Receipt("r1"));
    assertEquals("r1", till.checkout(3));
    verify(payments).pay(new Charge(3, "EUR"));
    verify(journal).write(Level.INFO, "checkout");
    verify(payments, never()).cancel(any());
    verifyNoMoreCalls(payments, journal);
  }

  @Test
  void tellsWhenThePaymentIsDeclined(Till till) throws Exception {
    when(payments.pay(any())).thenErr(new Failure.Declined("no money"));
    var e = assertThrows(Till.FailureException.class, () -> till.checkout(3));
    assertEquals(new Failure.Declined("no money"), e.error());
    var order = inOrder(payments, journal);
    order.verify(payments).pay(any());
    order.verify(journal).write(Level.WARN, "not paid");
  }

  @Test
  void asksForEachCheckout(Till till) throws Exception {
    when(payments.pay(any())).thenReturn(new Receipt("a"), new Receipt("b"));
    assertEquals("a", till.checkout(1));
    assertEquals("b", till.checkout(2));
    Captor<Charge> charge = captor();
    verify(payments, times(2)).pay(charge.capture());
    assertEquals(2, charge.value().amount());
  }
}
