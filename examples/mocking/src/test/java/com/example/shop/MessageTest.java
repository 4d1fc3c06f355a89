package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.MockImport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Till;

/** A test that is meant to fail, and what it says. */
class MessageTest {
  @Test
  void unexpectedCall_saysWhatToDo() throws Exception {
    var summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Failing.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*DisabledCondition")
                .build(),
            summary);
    var failures = summary.getSummary().getFailures();
    assertEquals(1, failures.size());
    assertEquals(
        Files.readString(Path.of("src/test/resources/com/example/shop/unexpected-call.txt")),
        failures.get(0).getException().getMessage());
  }

  @Disabled("run by MessageTest")
  @ComponentTest("shop.wasm")
  static class Failing {
    @MockImport Payments payments;
    @MockImport Journal journal;

    @Test
    void pays(Till till) throws Exception {
      till.checkout(3);
    }
  }
}
