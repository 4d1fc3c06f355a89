package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.loader.Imports;
import dev.mortise.loader.error.LinkException;
import org.junit.jupiter.api.Test;

/** Components under interfaces that were not made for them. */
class WorldAdaptersTest {
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
}
