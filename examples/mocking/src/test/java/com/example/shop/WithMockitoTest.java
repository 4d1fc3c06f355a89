package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.MockImport;
import dev.mortise.testing.Mocking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** A mock of Mockito's beside one of ours, each with its own Byte Buddy. */
@ExtendWith(MockitoExtension.class)
@ComponentTest("shop.wasm")
class WithMockitoTest {
  @Mock Payments payments;
  @MockImport Journal journal;

  @Test
  void pays(Till till) throws Exception {
    Mocking.whenCalled(() -> journal.write(Mocking.any(), Mocking.any())).thenDoNothing();
    when(payments.pay(any())).thenReturn(new Receipt("r1"));
    assertEquals("r1", till.checkout(3));
    verify(payments).pay(new Charge(3, "EUR"));
    Mocking.verify(journal).write(Journal.Level.INFO, "checkout");
  }

  @Test
  void byteBuddies_areTwo() throws Exception {
    assertEquals(
        "dev.mortise.testing.bytebuddy.ByteBuddy",
        Class.forName("dev.mortise.testing.bytebuddy.ByteBuddy").getName());
    assertEquals("net.bytebuddy.ByteBuddy", Class.forName("net.bytebuddy.ByteBuddy").getName());
  }
}
