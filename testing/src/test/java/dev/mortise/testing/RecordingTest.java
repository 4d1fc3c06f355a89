package dev.mortise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Failure;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** Recordings of real runs, and mocks that answer as they say. */
class RecordingTest {
  private static final Path RECORDED = Path.of("target/recordings/payments.wave");

  @Test
  void recordedRun_isPlayedBack() throws IOException {
    Files.deleteIfExists(RECORDED);
    Inner.assertSuccess(Inner.of(Recording.class), 1);
    assertThat(Files.readString(RECORDED))
        .endsWith(
            """
            docs:shop/payments@1.0.0#pay({amount: 3, currency: "EUR"}) -> ok({id: "for 3 -> \\"EUR\\""})
            docs:shop/payments@1.0.0#pay({amount: 13, currency: "EUR"}) -> err(declined("unlucky"))
            docs:shop/payments@1.0.0#cancel("all")
            """);
    Inner.assertSuccess(Inner.of(Playing.class), 1);
  }

  @Test
  void otherCalls_areToldWithBothLines() throws IOException {
    Inner.assertSuccess(Inner.of(Recording.class), 1);
    FailuresTest.assertGolden(
        "replayOfAnotherCall", Inner.failure(PlayingWrong.class, "anotherCall"));
    FailuresTest.assertGolden("replayOfTooFew", Inner.failure(PlayingWrong.class, "tooFew"));
  }

  static class RealPayments implements Payments {
    @Override
    public Account newAccount(String owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Receipt pay(Charge charge) throws FailureException {
      if (charge.amount() == 13) {
        throw new FailureException(new Failure.Declined("unlucky"));
      }
      return new Receipt("for " + charge.amount() + " -> \"" + charge.currency() + "\"");
    }

    @Override
    public void cancel(String id) {}
  }

  private static void run(Till till) throws Exception {
    assertThat(till.checkout(3)).isEqualTo("for 3 -> \"EUR\"");
    assertThatExceptionOfType(Till.FailureException.class)
        .isThrownBy(() -> till.checkout(13))
        .satisfies(e -> assertThat(e.error()).isEqualTo(new Failure.Declined("unlucky")));
    till.closeDay();
  }

  @Disabled("run by RecordingTest")
  @ComponentTest(value = "shop.wasm", lenient = true)
  static class Recording {
    @SpyImport(record = "target/recordings/payments.wave")
    Payments payments = new RealPayments();

    @Test
    void records(Till till) throws Exception {
      run(till);
    }
  }

  @Disabled("run by RecordingTest")
  @ComponentTest(value = "shop.wasm", lenient = true)
  static class Playing {
    @ReplayImport("target/recordings/payments.wave")
    Payments payments;

    @MockImport Journal journal;

    @Test
    void plays(Till till) throws Exception {
      run(till);
    }
  }

  @Disabled("run by RecordingTest")
  @ComponentTest(value = "shop.wasm", lenient = true)
  static class PlayingWrong {
    @ReplayImport("target/recordings/payments.wave")
    Payments payments;

    @Test
    void anotherCall(Till till) throws Exception {
      till.checkout(4);
    }

    @Test
    void tooFew(Till till) throws Exception {
      till.checkout(3);
    }
  }
}
