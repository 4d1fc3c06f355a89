package dev.mortise.testing;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.testing.mock.MockUseError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** The ways in which a test supplies imports. */
class ImportsTest {
  /** A fake as a person would write it. */
  static class FakePayments implements Payments {
    final List<Charge> charges = new ArrayList<>();

    @Override
    public Account newAccount(String owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Receipt pay(Charge charge) {
      charges.add(charge);
      return new Receipt("fake " + charges.size());
    }

    @Override
    public void cancel(String id) {
      charges.clear();
    }
  }

  @Nested
  @ComponentTest("shop.wasm")
  class ByName {
    @MockImport("docs:shop/payments@1.0.0")
    ImportMock payments;

    @MockImport("docs:shop/journal@1.0.0")
    ImportMock journal;

    @Test
    void functions_haveValues(Instance shop) {
      payments.on("pay").thenErr(Map.entry("declined", "no"));
      journal.on("write").withArgs("info", any()).thenDoNothing();
      journal.on("write").withArgs("warn", "not paid").thenDoNothing();
      assertThat(shop.call("docs:shop/till@1.0.0#checkout", 3).toString()).contains("declined");
      payments
          .on("pay")
          .withArgs(Map.of("amount", 3, "currency", "EUR"))
          .thenReturn(Map.entry("ok", Map.of("id", "r3")));
      assertThat(shop.call("docs:shop/till@1.0.0#checkout", 3).toString()).contains("r3");
      payments.verify("pay").times(2);
      payments.verify("pay").withArgs(Map.of("amount", 4, "currency", "EUR")).never();
      journal.verify("write").withArgs("warn", any()).once();
    }

    @Test
    void valueOfAnotherType_isRefusedAsInProduction(Instance shop) {
      journal.on("write").thenDoNothing();
      payments.on("pay").thenReturn(Map.of("id", 3));
      assertThatExceptionOfType(ValueException.class)
          .isThrownBy(() -> shop.call("docs:shop/till@1.0.0#checkout", 3))
          .withMessageContaining("expected result<receipt, failure>");
    }

    @Test
    void resource_isMadeByTheMock(Instance shop) {
      payments
          .on("[constructor]account")
          .withArgs("Ann")
          .thenAnswer(call -> payments.handle("account", "Ann's"));
      payments.on("[method]account.pay").thenReturn(true);
      payments.on("[method]account.balance").thenReturn(5L);
      assertThat(shop.call("docs:shop/till@1.0.0#rich", "Ann").toString()).contains("5");
    }
  }

  @Nested
  @ComponentTest("shop.wasm")
  class OfTheMethod {
    @org.junit.jupiter.api.BeforeEach
    void begin(@MockImport("docs:shop/journal@1.0.0") ImportMock before) {
      before.on("write").thenDoNothing();
    }

    @Test
    void mocksThatTheTestMakes_areSupplied(ComponentUnderTest shop) throws Exception {
      Payments payments = Mocking.mock(Payments.class);
      when(payments.pay(any())).thenReturn(new Receipt("r"));
      assertThat(shop.get(Till.class).checkout(1)).isEqualTo("r");
    }
  }

  @Nested
  @ComponentTest("shop.wasm")
  class ByHand {
    private final FakePayments fake = new FakePayments();
    Payments payments = fake;
    @MockImport Journal journal;

    @Test
    void fieldOfTheInterface_isTheImport(Till till) throws Exception {
      Mocking.whenCalled(() -> journal.write(any(), any())).thenDoNothing();
      assertThat(till.checkout(4)).isEqualTo("fake 1");
      assertThat(fake.charges).containsExactly(new Charge(4, "EUR"));
    }
  }

  @Nested
  @ComponentTest("shop.wasm")
  class Spied {
    @SpyImport Payments payments = new FakePayments();
    @MockImport Journal journal;

    @Test
    void spy_callsWhatIsRealButForStubs(Till till) throws Exception {
      Mocking.whenCalled(() -> journal.write(any(), any())).thenDoNothing();
      assertThat(till.checkout(1)).isEqualTo("fake 1");
      when(payments.pay(Mocking.eq(new Charge(2, "EUR")))).thenReturn(new Receipt("stub"));
      assertThat(till.checkout(2)).isEqualTo("stub");
      assertThat(till.checkout(3)).isEqualTo("fake 2");
      Mocking.verify(payments, Mocking.times(3)).pay(any());
    }

    @Test
    void stubThatCallsWhatIsReal_mayFollowAnother(Till till) throws Exception {
      Mocking.whenCalled(() -> journal.write(any(), any())).thenDoNothing();
      when(payments.pay(any())).thenReturn(new Receipt("first")).thenCallReal();
      assertThat(till.checkout(1)).isEqualTo("first");
      assertThat(till.checkout(2)).isEqualTo("fake 1");
      assertThatExceptionOfType(MockUseError.class)
          .isThrownBy(() -> Mocking.whenCalled(() -> journal.write(any(), any())).thenCallReal())
          .withMessageContaining("has nothing real to call");
      assertThat(till.checkout(3)).isEqualTo("fake 2");
    }
  }

  @Nested
  @ComponentTest(value = "shop.wasm", lenient = true)
  class Lenient {
    @MockImport Journal journal;

    @Test
    void whatIsMissing_answersWithZero(Till till) throws Exception {
      assertThat(till.checkout(1)).isEmpty();
      till.closeDay();
      assertThat(Mocking.callsOf(journal)).hasSize(1);
    }
  }

  @Nested
  class Registered {
    @RegisterExtension
    static final ComponentExtension SHOP =
        ComponentExtension.of(
                java.nio.file.Path.of("src/test/resources/dev/mortise/testing/shop.wasm"))
            .bind(Payments.class, new FakePayments())
            .lenient()
            .build();

    @InjectComponent Till till;

    @Test
    void builder_suppliesForAllTests() throws Exception {
      assertThat(till.checkout(1)).startsWith("fake");
    }
  }

  @Nested
  @ComponentTest(value = "shop.wasm", shared = true, lenient = true)
  class Shared {
    @MockImport Payments payments;

    @Test
    void first(Till till) {
      count(till);
    }

    @Test
    void second(Till till) {
      count(till);
    }

    private void count(Till till) {
      assertThat(payments).isNotNull();
      assertThat(till).isSameAs(SHARED.updateAndGet(known -> known == null ? till : known));
    }
  }

  private static final java.util.concurrent.atomic.AtomicReference<Till> SHARED =
      new java.util.concurrent.atomic.AtomicReference<>();

  /** A fake of the component itself. */
  static class FakeTill implements Till {
    @Override
    public Basket newBasket() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String checkout(long count) throws FailureException {
      if (count == 0) {
        throw new FailureException(new Payments.Failure.Offline());
      }
      return "r";
    }

    @Override
    public void closeDay() {}

    @Override
    public long rich(String owner) {
      return 0;
    }
  }

  @Nested
  @ComponentTest("shop.wasm")
  class Contract {
    @MockImport Payments payments;
    @MockImport Journal journal;

    @ContractTest(fake = FakeTill.class)
    void nothing_cannotBeBought(Till till) {
      assertThatExceptionOfType(Till.FailureException.class)
          .isThrownBy(() -> till.checkout(0))
          .satisfies(e -> assertThat(e.error()).isEqualTo(new Payments.Failure.Offline()));
    }
  }
}
