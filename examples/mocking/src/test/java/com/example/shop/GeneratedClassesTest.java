package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.when;
import static dev.mortise.testing.Mocking.whenCalled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.MockImport;
import org.junit.jupiter.api.Test;
import shop.Shop;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Receipt;

/** The classes that the Maven plugin has made, rather than the file. */
@ComponentTest(world = Shop.class)
class GeneratedClassesTest {
  @MockImport Payments payments;
  @MockImport Journal journal;

  @Test
  void pays(Shop shop) throws Exception {
    whenCalled(() -> journal.write(any(), any())).thenDoNothing();
    when(payments.pay(any())).thenReturn(new Receipt("r1"));
    assertEquals("r1", shop.till().checkout(3));
  }
}
