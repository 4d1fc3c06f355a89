package dev.mortise.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.Tuple2;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.mortise.bench.Calls;
import wit.mortise.bench.Calls.Shape;

/** Runs each benchmark once by each path: what it measures gives the right answer. */
class AnswersTest {
  @ParameterizedTest
  @EnumSource
  void calls_answer(CallPath path) {
    CallBenchmark benchmark = new CallBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    benchmark.nop();
    assertThat(benchmark.add()).isEqualTo(42);
    assertThat(benchmark.echoSix()).isEqualTo(Samples.six(1)).isNotSameAs(benchmark.echoSix());
    assertThat(benchmark.echoLine()).isEqualTo(new Shape.Line(new Tuple2<>(1.5, -2.0)));
    assertThat(benchmark.echoLabel()).isEqualTo(new Shape.Label("sixteen  letters"));
  }

  @ParameterizedTest
  @EnumSource
  void otherCases_answer(CallPath path) {
    Calls calls = path.guests().calls();
    assertThat(calls.add(0xffff_ffffL, 2)).isEqualTo(1);
    assertThat(calls.echoShape(new Shape.Nothing())).isEqualTo(new Shape.Nothing());
    assertThat(calls.echoShape(new Shape.Point(0xffff_ffffL)))
        .isEqualTo(new Shape.Point(0xffff_ffffL));
    assertThat(calls.echo("")).isEmpty();
    assertThat(calls.echoList(List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void strings_answer(CallPath path) {
    for (Samples.Script script : Samples.Script.values()) {
      for (int byteLength : new int[] {16, 1024, 1 << 20}) {
        StringBenchmark benchmark = new StringBenchmark();
        benchmark.path = path;
        benchmark.script = script;
        benchmark.byteLength = byteLength;
        benchmark.setUp();
        String text = Samples.text(script, byteLength);
        for (int call = 0; call < 3; call++) { // each finds the heap as the first one did
          assertThat(benchmark.echo()).isEqualTo(text).isNotSameAs(text);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytes_answer(CallPath path) {
    for (int byteLength : new int[] {1024, 1 << 20}) {
      BytesBenchmark benchmark = new BytesBenchmark();
      benchmark.path = path;
      benchmark.byteLength = byteLength;
      benchmark.setUp();
      assertThat(benchmark.echoBytes())
          .isEqualTo(Samples.bytes(byteLength))
          .isNotSameAs(benchmark.echoBytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void lists_answer(CallPath path) {
    ListBenchmark benchmark = new ListBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    assertThat(benchmark.sum()).isEqualTo(499_999_500_000L & 0xffff_ffffL);
    assertThat(benchmark.echoList()).isEqualTo(Samples.sixes(1_000));
  }

  @ParameterizedTest
  @EnumSource
  void resources_answer(CallPath path) {
    ResourceBenchmark benchmark = new ResourceBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    assertThat(benchmark.life()).isEqualTo(2);
    assertThat(benchmark.life()).isEqualTo(2);
    assertThat(benchmark.method()).isEqualTo(2);
    assertThat(benchmark.method()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void hostCalls_answer(CallPath path) {
    HostCallBenchmark benchmark = new HostCallBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    assertThat(benchmark.callHost()).isEqualTo(1_000);
    assertThat(path.guests(x -> x + 2).calls().callHost(3)).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void callsBetweenComponents_answer(CallPath path) {
    ChainBenchmark benchmark = new ChainBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    assertThat(benchmark.addMany()).isEqualTo(1_000);
    assertThat(benchmark.passShort()).isEqualTo(16_000);
    assertThat(benchmark.passLong()).isEqualTo(1_024_000);
    assertThat(path.guests().chain().add(20, 22)).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  void instantiation_makesAnother(CallPath path) {
    for (GuestFile guest : GuestFile.values()) {
      InstantiateBenchmark benchmark = new InstantiateBenchmark();
      benchmark.path = path;
      benchmark.guest = guest;
      benchmark.setUp();
      assertThat(benchmark.instantiate()).isNotNull().isNotSameAs(benchmark.instantiate());
    }
  }

  @Test
  void views_answerAsCopiesDo() {
    ViewBenchmark benchmark = new ViewBenchmark();
    benchmark.byteLength = 1_000;
    benchmark.setUp();
    byte last = Samples.bytes(1_000)[999];
    assertThat(benchmark.copied()).isEqualTo(last);
    assertThat(benchmark.viewed()).isEqualTo(last);
  }

  @Test
  void engineAlone_answers() {
    EngineBenchmark benchmark = new EngineBenchmark();
    assertThat(benchmark.add()).containsExactly(42);
    assertThat(benchmark.instantiate()).isNotSameAs(benchmark.instantiate());
  }

  @Test
  void dynamicApi_answers() {
    DynamicBenchmark benchmark = new DynamicBenchmark();
    assertThat(benchmark.addByName().asLong()).isEqualTo(42);
    assertThat(benchmark.linkAndInstantiate()).isNotNull();
  }

  @Test
  void texts_haveTheirLength() {
    for (Samples.Script script : Samples.Script.values()) {
      for (int byteLength : new int[] {16, 1024, 1 << 20}) {
        assertThat(Samples.text(script, byteLength).getBytes(UTF_8)).hasSize(byteLength);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void wirings_answer(Wiring wiring) {
    WiringBenchmark benchmark = new WiringBenchmark();
    benchmark.wiring = wiring;
    benchmark.setUp();
    assertThat(benchmark.addMany()).isEqualTo(Samples.TIMES);
    assertThat(benchmark.passMany()).isEqualTo(64L * Samples.TIMES);
  }
}
