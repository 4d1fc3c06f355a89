package dev.mortise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs each benchmark of JavaScript once by each path. */
class JsAnswersTest {
  @ParameterizedTest
  @EnumSource
  void calls_answer(JsPath path) {
    JsBenchmark benchmark = new JsBenchmark();
    benchmark.path = path;
    benchmark.setUp();
    try {
      assertThat(benchmark.nop().isNull()).isTrue();
      assertThat(benchmark.add().asInt()).isEqualTo(42);
      assertThat(benchmark.echo().asString()).isEqualTo("sixteen  letters");
      Value six = benchmark.echoSix();
      assertThat(six.getMember("b").asLong()).isEqualTo(2);
      assertThat(six.getMember("f").asString()).isEqualTo("\u00e9");
      Value bytes = benchmark.echoBytes();
      assertThat(bytes.getArraySize()).isEqualTo(1 << 20);
      assertThat(bytes.getArrayElement(300).asInt()).isEqualTo(300 & 0xff);
      assertThat(benchmark.callHost().asInt()).isEqualTo(JsBenchmark.CALLS);
      assertThat(benchmark.life().asInt()).isEqualTo(2);
    } finally {
      benchmark.tearDown();
    }
  }
}
