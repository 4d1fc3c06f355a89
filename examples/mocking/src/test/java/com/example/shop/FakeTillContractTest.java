package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.ContractTest;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Till;

/** A fake of the component, for who uses the till elsewhere: it must do as the component does. */
@ComponentTest(value = "shop.wasm", lenient = true)
class FakeTillContractTest {
  static class FakeTill implements Till {
    @Override
    public String checkout(long count) throws FailureException {
      if (count == 0) {
        throw new FailureException(new Failure.Offline());
      }
      return "receipt";
    }

    @Override
    public void closeDay() {}

    @Override
    public long rich(String owner) {
      return 0;
    }

    @Override
    public Basket newBasket() {
      throw new UnsupportedOperationException();
    }
  }

  @ContractTest(fake = FakeTill.class)
  void nothingCannotBeBought(Till till) {
    var e = assertThrows(Till.FailureException.class, () -> till.checkout(0));
    assertEquals(new Failure.Offline(), e.error());
  }
}
