package com.example.shop;

import static dev.mortise.testing.Mocking.any;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.ImportMock;
import dev.mortise.testing.MockImport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mocks of imports that are known by their names in WIT: no class is generated for them. */
@ComponentTest("shop.wasm")
class NamedMocksTest {
  @MockImport("docs:shop/payments@1.0.0")
  ImportMock payments;

  @MockImport("docs:shop/journal@1.0.0")
  ImportMock journal;

  @Test
  void pays(Instance shop) {
    payments.on("pay").thenReturn(Map.entry("ok", Map.of("id", "r1")));
    journal.on("write").withArgs("info", any()).thenDoNothing();
    assertEquals(
        new ResultValue(true, new StringValue("r1")),
        shop.call("docs:shop/till@1.0.0#checkout", 3));
    payments.verify("pay").withArgs(Map.of("amount", 3, "currency", "EUR")).once();
    journal.verify("write").withArgs("warn", any()).never();
  }
}
