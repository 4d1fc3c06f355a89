package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Generated code does as the interpreter does: a component of eight functions in each try, each
 * called eight times. {@code -Ddifferential.rounds=N} takes N components a try.
 */
class DifferentialTest {
  private static final int ROUNDS = Integer.getInteger("differential.rounds", 1);
  private static final Differential.Tally LIFTED = new Differential.Tally();
  private static final Differential.Tally LOWERED = new Differential.Tally();
  private static final Differential.Tally FUSED = new Differential.Tally();
  private static final Differential.Tally APART = new Differential.Tally();

  @Property(tries = 120, shrinking = ShrinkingMode.OFF)
  void lifted_sameResultsTrapsAndMemory(@ForAll long seed) {
    for (int i = 0; i < ROUNDS; i++) {
      new LiftedCalls(seed + i, LIFTED, List.of()).run();
    }
  }

  @Property(tries = 120, shrinking = ShrinkingMode.OFF)
  void lowered_sameArgumentsTrapsAndMemory(@ForAll long seed) {
    for (int i = 0; i < ROUNDS; i++) {
      new LoweredCalls(seed + i, LOWERED, List.of()).run();
    }
  }

  @Property(tries = 120, shrinking = ShrinkingMode.OFF)
  void fused_sameMemoriesWhereBothSucceed(@ForAll long seed) {
    for (int i = 0; i < ROUNDS; i++) {
      new FusedCalls(seed + i, FUSED, List.of(), false).run();
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void fusedAcrossInstances_sameMemoriesWhereBothSucceed(@ForAll long seed) {
    for (int i = 0; i < ROUNDS; i++) {
      new FusedCalls(seed + i, APART, List.of(), true).run();
    }
  }

  /** A test of nothing would pass as well. */
  @AfterContainer
  static void thereWasCodeToCompare() {
    for (Differential.Tally tally : new Differential.Tally[] {LIFTED, LOWERED, FUSED, APART}) {
      System.out.println(tally);
      assertThat(tally.interpreted).as(tally.toString()).isLessThan(1 + tally.signatures / 20);
    }
  }
}
