package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.ReplayImport;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Till;

/** A run that was recorded once, as {@link SpyTest} records its own, played back. */
@ComponentTest(value = "shop.wasm", lenient = true)
class ReplayTest {
  @ReplayImport("src/test/resources/com/example/shop/payments.wave")
  Payments payments;

  @Test
  void paysAsItDidThen(Till till) throws Exception {
    assertEquals("paid 3 EUR", till.checkout(3));
    var e = assertThrows(Till.FailureException.class, () -> till.checkout(2_000));
    assertEquals(new Failure.Declined("too much"), e.error());
  }
}
