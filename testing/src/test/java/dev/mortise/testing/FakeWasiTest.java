package dev.mortise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.testing.wasi.Wasi;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wit.docs.shop.v1.Till;

/** Where a test gets its virtual WASI from, and what goes before it. */
class FakeWasiTest {
  private static final String WATCH = "wasi/watch.wasm";

  private static long now(Instance watch) {
    return ((U64Value) watch.call("nap", 1L)).bits();
  }

  @Nested
  @ComponentTest(WATCH)
  class Parameter {
    @BeforeEach
    void begin(@FakeWasi Wasi wasi) {
      wasi.clock().advance(Duration.ofNanos(4));
    }

    @Test
    void parameters_areOneObject(@FakeWasi Wasi wasi, @FakeWasi Wasi again, Instance watch) {
      assertThat(wasi).isSameAs(again);
      assertThat(now(watch)).isEqualTo(5);
      assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofNanos(5));
    }
  }

  @Nested
  @ComponentTest(WATCH)
  class Given {
    private final Wasi own = Wasi.create().seed(9);
    @FakeWasi Wasi wasi = own;

    @Test
    void fieldThatIsSet_keepsItsObject(Instance watch) {
      assertThat(wasi).isSameAs(own);
      wasi.clock().advance(Duration.ofNanos(4));
      assertThat(now(watch)).isEqualTo(5);
    }
  }

  @Nested
  @ComponentTest(WATCH)
  class Mocked {
    @FakeWasi Wasi wasi;

    @MockImport("wasi:clocks/monotonic-clock@0.2.12")
    ImportMock clock;

    @Test
    void mockOfOneInterface_goesBeforeTheVirtualOne(Instance watch) {
      clock.on("now").thenReturn(77L);
      assertThat(watch.call("spin", 70L).asInt()).isEqualTo(1);
      clock.verify("now").once();
      assertThat(watch.call("roll").asLong()).isBetween(1L, 6L);
    }
  }

  @Nested
  @ComponentTest(value = WATCH, lenient = true)
  class Lenient {
    @FakeWasi Wasi wasi;

    @Test
    void virtualOne_goesBeforeMocksThatNobodyNamed(Instance watch) {
      wasi.clock().advance(Duration.ofNanos(4));
      assertThat(now(watch)).isEqualTo(5);
    }
  }

  /** A resource that `use` brings to an interface is the one of the interface that defines it. */
  @Nested
  @ComponentTest(WATCH)
  class MockedAltogether {
    @MockImport("wasi:io/poll@0.2.0")
    ImportMock poll;

    @MockImport("wasi:clocks/monotonic-clock@0.2.0")
    ImportMock clock;

    @MockImport("wasi:random/random@0.2.0")
    ImportMock random;

    @Test
    void mocks_shareAResource(Instance watch) {
      clock
          .on("subscribe-duration")
          .withArgs(5L)
          .thenAnswer(call -> poll.handle("pollable", "timer"));
      clock.on("now").thenReturn(5L);
      poll.on("[method]pollable.block").thenDoNothing();
      assertThat(watch.call("nap", 5L).asLong()).isEqualTo(5);
      poll.verify("[method]pollable.block").once();
    }
  }

  @Nested
  @ComponentTest(value = WATCH, shared = true)
  class Shared {
    @FakeWasi Wasi wasi;

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void methodsOfASharedInstance_haveItsOne(int number, Instance watch) {
      assertThat(now(watch)).isEqualTo(number);
      assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofNanos(number));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BadVariable, '@FakeWasi(env = \"WHO\") is no variable: write it as NAME=value'",
    "BadClock, '@FakeWasi(clock = \"noon\") is no time: write it as 2026-01-01T00:00:00Z'",
    "OtherType, '@FakeWasi is for the type dev.mortise.testing.wasi.Wasi'",
    "AheadOfTime, '@ComponentTest(value = \"….wasm\", world = Till.class)'",
    "TwoSettings, 'a test has one virtual WASI:'",
    "TwoObjects, 'a test has one virtual WASI, but'"
  })
  void annotation_thatCannotBe_isRefused(String type, String message)
      throws ClassNotFoundException {
    assertThat(Inner.failure(Class.forName(FakeWasiTest.class.getName() + "$" + type), "fails"))
        .contains(message);
  }

  @Test
  void missingInterfaces_areToldWithTheLineToPaste() throws IOException {
    FailuresTest.assertGolden("missingWasi", Inner.failure(Missing.class, "fails"));
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class Missing {
    @Test
    void fails(Instance watch) {
      assertThat(now(watch)).isEqualTo(1);
    }
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class BadVariable {
    @FakeWasi(env = "WHO")
    Wasi wasi;

    @Test
    void fails() {}
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class BadClock {
    @FakeWasi(clock = "noon")
    Wasi wasi;

    @Test
    void fails() {}
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class OtherType {
    @FakeWasi String wasi;

    @Test
    void fails() {}
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(world = Till.class)
  static class AheadOfTime {
    @FakeWasi Wasi wasi;

    @Test
    void fails(ComponentUnderTest component) {
      assertThat(component.get(Till.class)).isNotNull();
    }
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class TwoSettings {
    @FakeWasi Wasi wasi;

    @Test
    void fails(@FakeWasi(seed = 2) Wasi other) {}
  }

  @Disabled("run by FakeWasiTest")
  @ComponentTest(WATCH)
  static class TwoObjects {
    @FakeWasi Wasi wasi = Wasi.create();
    @FakeWasi Wasi other = Wasi.create();

    @Test
    void fails() {}
  }
}
