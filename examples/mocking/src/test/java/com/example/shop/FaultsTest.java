package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.SpyImport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** What becomes of the component when its world fails: at the nth call, late, or for good. */
@ComponentTest(value = "shop.wasm", lenient = true)
class FaultsTest {
  @SpyImport Payments payments = new RealPayments();

  @Test
  void secondPaymentFails(Till till) throws Exception {
    when(payments.pay(any())).onCall(2).thenErr(new Failure.Offline());
    assertEquals("paid 1 EUR", till.checkout(1));
    assertThrows(Till.FailureException.class, () -> till.checkout(1));
    assertEquals("paid 1 EUR", till.checkout(1));
  }

  @Test
  void paymentIsSlow(Till till) throws Exception {
    when(payments.pay(any())).after(Duration.ofMillis(30)).thenReturn(new Receipt("late"));
    long start = System.nanoTime();
    assertEquals("late", till.checkout(1));
    assertTrue(System.nanoTime() - start >= 30_000_000);
  }

  @Test
  void trapEndsTheInstance(Till till) throws Exception {
    when(payments.pay(any())).thenTrap("the power is out");
    assertThrows(TrapException.class, () -> till.checkout(1));
    assertThrows(TrapException.class, () -> till.checkout(0));
  }
}
