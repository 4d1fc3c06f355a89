package dev.mortise.testing;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.mock;
import static dev.mortise.testing.Mocking.verify;
import static dev.mortise.testing.Mocking.when;
import static dev.mortise.testing.Mocking.whenCalled;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.docs.shop.v1.Journal;
import wit.docs.shop.v1.Journal.Level;
import wit.docs.shop.v1.Payments;
import wit.docs.shop.v1.Payments.Account;
import wit.docs.shop.v1.Payments.Charge;
import wit.docs.shop.v1.Payments.Receipt;
import wit.docs.shop.v1.Till;

/** What a test says that fails: each message is a golden, written anew with {@code -Dbless}. */
class FailuresTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/mortise/testing/messages");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unexpectedCall",
        "unexpectedCallNearAStub",
        "unexpectedCallThatTheTestSwallows",
        "unusedStub",
        "verifiedTooOften",
        "verifiedInAnotherOrder",
        "unverifiedCalls",
        "matcherBesideAnArgument",
        "verifyWithoutACall",
        "whenWithoutAMock",
        "handleOfTheTest",
        "handleOfTheComponent",
        "errOfAnotherType"
      })
  void message_isAsItWasReadOnce(String method) throws IOException {
    assertGolden(method, Inner.failure(Failing.class, method));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missingImports"})
  void missingImports_areToldWithLinesToPaste(String method) throws IOException {
    assertGolden(method, Inner.failure(FailingWithoutImports.class, method));
  }

  @Test
  void componentThatIsNowhere_isToldWithThePlacesThatWereSearched() {
    assertThat(Inner.failure(FailingWithoutComponent.class, "nowhere"))
        .contains("`nowhere.wasm`")
        .contains("src/test/resources");
  }

  static void assertGolden(String name, String message) throws IOException {
    Path golden = GOLDENS.resolve(name + ".txt");
    String text = message.replaceAll("(\\w+Test\\.java):\\d+", "$1:LINE").stripTrailing() + "\n";
    if (System.getProperty("bless") != null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }

  @Disabled("run by FailuresTest")
  @ComponentTest("shop.wasm")
  static class Failing {
    @MockImport Payments payments;
    @MockImport Journal journal;

    private void letItWrite() {
      whenCalled(() -> journal.write(any(), any())).thenDoNothing();
    }

    @Test
    void unexpectedCall(Till till) throws Exception {
      till.checkout(3);
    }

    @Test
    void unexpectedCallNearAStub(Till till) throws Exception {
      letItWrite();
      when(payments.pay(new Charge(5, "EUR"))).thenReturn(new Receipt("r"));
      till.checkout(3);
    }

    @Test
    void unexpectedCallThatTheTestSwallows(Till till) throws Exception {
      letItWrite();
      try {
        till.checkout(3);
      } catch (AssertionError e) {
        // The test fails all the same.
      }
    }

    @Test
    void unusedStub(Till till) throws Exception {
      whenCalled(() -> payments.cancel("all")).thenDoNothing();
      whenCalled(() -> journal.write(Level.WARN, "never")).thenDoNothing();
      till.closeDay();
    }

    @Test
    void verifiedTooOften(Till till) throws Exception {
      letItWrite();
      when(payments.pay(any())).thenReturn(new Receipt("r"));
      till.checkout(3);
      verify(payments, Mocking.times(2)).pay(any());
    }

    @Test
    void verifiedInAnotherOrder(Till till) throws Exception {
      letItWrite();
      when(payments.pay(any())).thenReturn(new Receipt("r"));
      till.checkout(3);
      var order = Mocking.inOrder(payments, journal);
      order.verify(payments).pay(any());
      order.verify(journal).write(Level.INFO, "checkout");
    }

    @Test
    void unverifiedCalls(Till till) throws Exception {
      letItWrite();
      when(payments.pay(any())).thenReturn(new Receipt("r"));
      till.checkout(3);
      Mocking.verifyNoMoreCalls(payments);
    }

    @Test
    void matcherBesideAnArgument() {
      whenCalled(() -> journal.write(Level.WARN, any())).thenDoNothing();
    }

    @Test
    void verifyWithoutACall(Till till) {
      Payments unused = verify(payments);
    }

    @Test
    void whenWithoutAMock() {
      when("no mock").thenReturn("anything");
    }

    @Test
    void handleOfTheTest(Till till) {
      till.newBasket().add(1);
    }

    @Test
    void handleOfTheComponent(Till till) {
      Account account = mock(Account.class);
      when(payments.newAccount("keep")).thenReturn(account);
      when(account.pay(1)).thenReturn(true);
      when(account.balance()).thenReturn(1L);
      till.rich("keep");
    }

    @Test
    void errOfAnotherType() throws Exception {
      when(payments.pay(any())).thenErr("declined");
    }
  }

  @Disabled("run by FailuresTest")
  @ComponentTest("shop.wasm")
  static class FailingWithoutImports {
    @Test
    void missingImports(Till till) throws Exception {
      till.checkout(3);
    }
  }

  @Disabled("run by FailuresTest")
  @ComponentTest("nowhere.wasm")
  static class FailingWithoutComponent {
    @Test
    void nowhere(ComponentUnderTest component) {
      component.instance();
    }
  }
}
