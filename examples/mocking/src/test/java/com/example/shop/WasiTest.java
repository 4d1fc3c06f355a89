package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mortise.loader.Instance;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.FakeWasi;
import dev.mortise.testing.ImportMock;
import dev.mortise.testing.MockImport;
import dev.mortise.testing.wasi.Wasi;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A component that asks a system for time and chance, with a virtual system. */
@ComponentTest("watch.wasm")
class WasiTest {
  @FakeWasi(seed = 7)
  Wasi wasi;

  @Test
  void nap_passesAtOnceByTheVirtualClock(Instance watch) {
    wasi.clock().advance(Duration.ofHours(1));
    watch.call("nap", Duration.ofMinutes(2).toNanos());
    assertEquals(Duration.ofMinutes(62), wasi.clock().elapsed());
  }

  @Test
  void dice_fallTheSameForASeed(Instance watch) {
    long first = watch.call("roll").asLong();
    wasi.seed(7);
    assertEquals(first, watch.call("roll").asLong());
  }

  @Nested
  class WithAnotherClock {
    @MockImport("wasi:clocks/monotonic-clock@0.2.12")
    ImportMock clock;

    @Test
    void mockOfOneInterface_goesBeforeTheVirtualOne(Instance watch) {
      clock.on("now").thenReturn(77L);
      assertEquals(1, watch.call("spin", 70L).asInt());
    }
  }
}
