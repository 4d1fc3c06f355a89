package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.UnsupportedComponentException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components that wrap components that wrap components. */
class WrapChainTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 50, 200})
  void chain_ofAnyLength_answersThroughEachLink(int length) {
    Instance instance = Component.load(WrapChain.of(length)).instantiate();
    assertThat(Fixtures.u32(instance.call("f"))).isEqualTo(length);
    // The outermost closure can be taken out, and has an instance of each link of its own.
    assertThat(Fixtures.u32(instance.component("wrapped").instantiate().call("f")))
        .isEqualTo(length);
  }

  private static Component chainMadeByJava(int length) {
    Component link = Fixtures.load("wrap");
    Component wrapped = Component.load(WrapChain.of(0));
    for (int i = 0; i < length; i++) {
      wrapped =
          link.instantiate(Imports.builder().component("dep", wrapped).build())
              .component("wrapped");
    }
    return wrapped;
  }

  @Test
  void chain_madeByJavaOverOneCode_answersThroughEachLink() {
    assertThat(Fixtures.u32(chainMadeByJava(200).instantiate().call("f"))).isZero();
  }

  @Test
  void chain_deeperThanTheLimit_isRefusedInsteadOfOverflowingTheStack() {
    Component tooDeep = chainMadeByJava(20_000);
    assertThatThrownBy(tooDeep::instantiate)
        .isInstanceOf(UnsupportedComponentException.class)
        .hasMessageContaining("[plan-too-deep]");
  }

  @Test
  void size_ofALongerChain_growsWithTheLinksOnly() {
    int fifty = WrapChain.of(50).length;
    int hundred = WrapChain.of(100).length;
    int twoHundred = WrapChain.of(200).length;
    // Indices grow from one byte to two.
    assertThat(twoHundred - hundred).isBetween(2 * (hundred - fifty), 2 * (hundred - fifty) + 500);
  }

  @Test
  void link_ofALongerChain_takesStepsAndMemoryInProportion() {
    Measure ten = Measure.of(10);
    Measure fifty = Measure.of(50);
    Measure twoHundred = Measure.of(200);
    assertThat(twoHundred.steps - fifty.steps).isEqualTo(150 * (fifty.steps - ten.steps) / 40);
    assertThat(twoHundred.linkBytes).isLessThan(5 * fifty.linkBytes);
    assertThat(twoHundred.instanceBytes).isLessThan(5 * fifty.instanceBytes);
    assertThat(twoHundred.callBytes).isLessThan(6 * fifty.callBytes);
  }

  /** What a chain costs: bytes are bytes allocated, which is what bounds the time too. */
  private record Measure(
      int length,
      int fileBytes,
      int steps,
      long linkBytes,
      long instanceBytes,
      long callBytes,
      long linkNanos,
      long instanceNanos) {
    static Measure of(int length) {
      byte[] file = WrapChain.of(length);
      Component component = Component.load(file);
      component.instantiate().call("f");
      long before = allocated();
      long start = System.nanoTime();
      LinkedComponent linked = Component.load(file).link(Imports.NONE);
      long linkNanos = System.nanoTime() - start;
      long linkBytes = allocated() - before;
      linked.instantiate();
      before = allocated();
      start = System.nanoTime();
      Instance instance = linked.instantiate();
      long instanceNanos = System.nanoTime() - start;
      long instanceBytes = allocated() - before;
      instance.call("f");
      before = allocated();
      instance.call("f");
      long callBytes = allocated() - before;
      return new Measure(
          length,
          file.length,
          linked.plan().steps().size(),
          linkBytes,
          instanceBytes,
          callBytes,
          linkNanos,
          instanceNanos);
    }

    private static long allocated() {
      return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
          .getCurrentThreadAllocatedBytes();
    }
  }
}
