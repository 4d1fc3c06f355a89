package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.testing.ComponentExtension;
import dev.mortise.testing.InjectComponent;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Till;

/** An extension that is built: from a file, with providers for all tests. */
class LifecycleTest {
  @RegisterExtension
  static final ComponentExtension SHOP =
      ComponentExtension.of(Path.of("src/test/wasm/shop.wasm"))
          .bind(Payments.class, new RealPayments())
          .lenient()
          .build();

  @InjectComponent Till till;

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000})
  void paysAnyAmount(long amount) throws Exception {
    assertEquals("paid " + amount + " EUR", till.checkout(amount));
  }

  @Nested
  class WithAFakeOfItsOwn {
    Payments payments =
        new RealPayments() {
          @Override
          public Receipt pay(Charge charge) {
            return new Receipt("nested");
          }
        };

    @Test
    void pays(Till nested) throws Exception {
      assertEquals("nested", nested.checkout(1));
    }
  }
}
