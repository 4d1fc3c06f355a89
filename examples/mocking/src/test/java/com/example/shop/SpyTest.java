package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.eq;
import static dev.mortise.testing.Mocking.times;
import static dev.mortise.testing.Mocking.verify;
import static dev.mortise.testing.Mocking.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.SpyImport;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** A real provider, watched; what nobody has stubbed is its own. */
@ComponentTest(value = "shop.wasm", lenient = true)
class SpyTest {
  @SpyImport(record = "target/payments.wave")
  Payments payments = new RealPayments();

  @Test
  void paysReally(Till till) throws Exception {
    when(payments.pay(eq(new Charge(7, "EUR")))).thenReturn(new Receipt("stubbed"));
    assertEquals("paid 3 EUR", till.checkout(3));
    assertEquals("stubbed", till.checkout(7));
    verify(payments, times(2)).pay(any());
  }
}
