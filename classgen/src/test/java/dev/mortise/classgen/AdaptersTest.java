package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.error.LinkException;
import org.junit.jupiter.api.Test;

/** Components, and hosts, under interfaces that were not made for them. */
class AdaptersTest {
  /** Some of the component's exports. */
  public interface Adding {
    /** Adds. */
    long add(long a, long b);
  }

  /** What does not fit. */
  public interface Wrong {
    /** Has other types. */
    int add(int a, long b);

    /** Is not there. */
    void subtract();

    /** Does not declare what is thrown. */
    long div(long a, long b);
  }

  interface Hidden {}

  @Test
  void interfaceByHand_mayHaveSomeOfTheExports() {
    Adding adding = Guests.load("composed").as(Adding.class).instantiate(Imports.NONE);
    assertThat(adding.add(1, 2)).isEqualTo(3);
  }

  @Test
  void mismatches_areListedAllAtOnce() {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> Guests.load("calls").as(Wrong.class))
        .satisfies(e -> assertThat(e.diagnostics()).hasSize(3))
        .withMessageContaining("expected `long add(long, long)`, found `int add(int, long)`")
        .withMessageContaining("found `subtract`")
        .withMessageContaining("throws calls.Calls$U32Exception");
  }

  @Test
  void interfaceThatIsNotPublic_isRefused() {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> Guests.load("composed").as(Hidden.class))
        .withMessageContaining("a public interface");
  }

  /** A host by hand. */
  @WitName("host")
  public interface Next {
    /** Counts on. */
    long next(long x);
  }

  /** A host by hand that does not fit. */
  @WitName("host")
  public interface NotNext {
    /** Has other types. */
    int next(int x);
  }

  @Test
  void hostByHand_isTakenForAnInterface() {
    calls.Calls calls =
        Guests.load("calls").as(calls.Calls.class).instantiate(Imports.of(Next.class, x -> x + 2));
    assertThat(calls.callHost(10)).isEqualTo(20);
  }

  @Test
  void hostThatDoesNotFit_isRefused() {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> Guests.load("calls").instantiate(Imports.of(NotNext.class, x -> x)))
        .withMessageContaining("expected `int next(int)`, found `long next(long)`");
  }
}
