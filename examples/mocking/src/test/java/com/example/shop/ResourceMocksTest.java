package com.example.shop;

import static dev.mortise.testing.Mocking.inOrder;
import static dev.mortise.testing.Mocking.mock;
import static dev.mortise.testing.Mocking.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.MockImport;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Account;
import wit.docs.shop.v1.Till;

/** A resource of an import: its constructor gives a mock, whose drop is verified. */
@ComponentTest(value = "shop.wasm", lenient = true)
class ResourceMocksTest {
  @MockImport Payments payments;

  @Test
  void paysFromAnAccount(Till till) {
    Account account = mock(Account.class);
    when(payments.newAccount("Ann")).thenReturn(account);
    when(account.pay(1)).thenReturn(true);
    when(account.balance()).thenReturn(41L);
    assertEquals(41, till.rich("Ann"));
    var order = inOrder(account);
    order.verify(account).pay(1);
    order.verify(account).balance();
    order.verify(account).close();
  }

  /** A resource of the component is closed by the test, which fails otherwise. */
  @Test
  void fillsABasket(Till till) {
    try (Till.Basket basket = till.newBasket()) {
      assertEquals(2, basket.add(2));
      assertEquals(5, basket.add(3));
    }
  }
}
