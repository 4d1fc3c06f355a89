package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.EngineMatrix;
import dev.mortise.testing.MockImport;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** One test, run interpreted, compiled, and with code for its calls. */
@ComponentTest(value = "shop.wasm", lenient = true)
class EnginesTest {
  @MockImport Payments payments;

  @EngineMatrix
  void pays(Till till) throws Exception {
    when(payments.pay(any())).thenReturn(new Receipt("r1"));
    assertEquals("r1", till.checkout(3));
  }
}
