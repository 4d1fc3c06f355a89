package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.All.POLL;
import static dev.mortise.testing.wasi.All.STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.FakeWasi;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code wasi:io/streams}, and {@code wasi:cli} whose streams they are. */
@ComponentTest(value = "all.wasm", undroppedHandles = true)
class StreamsTest {
  private static final String IN = STREAMS + "[method]input-stream.";
  private static final String OUT = STREAMS + "[method]output-stream.";

  @FakeWasi(
      stdin = "abcdef",
      args = {"program", "an argument"},
      env = {"WHO=Ann", "EMPTY=", "EQUATION=a=b"})
  Wasi wasi;

  private All all;

  @BeforeEach
  void start(Instance instance) {
    all = new All(instance);
  }

  private ComponentValue stdin() {
    return all.call("wasi:cli/stdin@0.2.12#get-stdin");
  }

  private ComponentValue stdout() {
    return all.call("wasi:cli/stdout@0.2.12#get-stdout");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void input_isReadOnAndEnds() {
    assertThat(all.ok(IN + "read", stdin(), 2L).asBytes()).isEqualTo(utf8("ab"));
    assertThat(All.u64(all.ok(IN + "skip", stdin(), 1L))).isEqualTo(1);
    assertThat(All.u64(all.ok(IN + "blocking-skip", stdin(), 1L))).isEqualTo(1);
    assertThat(all.ok(IN + "blocking-read", stdin(), 0L).asBytes()).isEmpty();
    assertThat(all.ok(IN + "blocking-read", stdin(), -1L).asBytes()).isEqualTo(utf8("ef"));
    assertThat(all.err(IN + "read", stdin(), 1L)).isEqualTo("closed");
    assertThat(all.err(IN + "skip", stdin(), 1L)).isEqualTo("closed");
  }

  @Test
  void input_thatStaysOpen_hasNothingUntilTheTestAddsSome() {
    wasi.keepStdinOpen();
    ComponentValue in = stdin();
    assertThat(all.ok(IN + "read", in, 9L).asBytes()).hasSize(6);
    assertThat(all.ok(IN + "read", in, 9L).asBytes()).isEmpty();
    ComponentValue pollable = all.call(IN + "subscribe", in);
    assertThat(all.call(POLL + "[method]pollable.ready", pollable).asBoolean()).isFalse();
    wasi.stdin("more");
    assertThat(all.call(POLL + "[method]pollable.ready", pollable).asBoolean()).isTrue();
    assertThat(all.ok(IN + "blocking-read", in, 9L).asBytes()).isEqualTo(utf8("more"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> all.call(IN + "blocking-read", in, 9L))
        .withMessageContaining("standard input, which stays open");
  }

  @Test
  void output_isKeptForTheTest() {
    ComponentValue out = stdout();
    assertThat(All.u64(all.ok(OUT + "check-write", out))).isGreaterThan(4096);
    assertThat(all.ok(OUT + "write", out, utf8("über "))).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(OUT + "write-zeroes", out, 1L)).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(OUT + "blocking-write-zeroes-and-flush", out, 1L))
        .isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(OUT + "flush", out)).isEqualTo(ComponentValue.UNIT);
    assertThat(all.ok(OUT + "blocking-flush", out)).isEqualTo(ComponentValue.UNIT);
    ComponentValue err = all.call("wasi:cli/stderr@0.2.12#get-stderr");
    assertThat(all.ok(OUT + "blocking-write-and-flush", err, new byte[] {-1, 'x'}))
        .isEqualTo(ComponentValue.UNIT);
    assertThat(wasi.stdout()).isEqualTo("über \0\0");
    assertThat(wasi.stderrBytes()).containsExactly(-1, 'x');
    wasi.clearOutput();
    assertThat(wasi.stdout() + wasi.stderr()).isEmpty();
  }

  @Test
  void output_isAlwaysReady() {
    ComponentValue pollable = all.call(OUT + "subscribe", stdout());
    assertThat(all.call(POLL + "[method]pollable.ready", pollable).asBoolean()).isTrue();
  }

  @Test
  void write_withoutAPermit_traps() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> all.call(OUT + "write", stdout(), utf8("x")))
        .withMessageContaining("check-write");
  }

  @Test
  void write_beyondThePermit_traps() {
    ComponentValue out = stdout();
    long permit = All.u64(all.ok(OUT + "check-write", out));
    assertThat(all.ok(OUT + "write", out, new byte[(int) permit])).isEqualTo(ComponentValue.UNIT);
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> all.call(OUT + "write", out, new byte[1]))
        .withMessageContaining("check-write has permitted 0");
  }

  @Test
  void blockingWrite_ofMoreThan4096Bytes_traps() {
    assertThat(all.ok(OUT + "blocking-write-and-flush", stdout(), new byte[4096]))
        .isEqualTo(ComponentValue.UNIT);
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> all.call(OUT + "blocking-write-and-flush", stdout(), new byte[4097]))
        .withMessageContaining("up to 4096");
  }

  @Test
  void splice_movesBytes() {
    assertThat(All.u64(all.ok(OUT + "splice", stdout(), stdin(), 4L))).isEqualTo(4);
    assertThat(All.u64(all.ok(OUT + "blocking-splice", stdout(), stdin(), 4L))).isEqualTo(2);
    assertThat(wasi.stdout()).isEqualTo("abcdef");
    assertThat(all.err(OUT + "splice", stdout(), stdin(), 4L)).isEqualTo("closed");
  }

  @Test
  void environment_isThatOfTheAnnotationAndTheTest() {
    wasi.env("WHO", "Eve");
    assertThat(all.call("wasi:cli/environment@0.2.12#get-environment").asList())
        .extracting(pair -> pair.element(0).asString() + " is " + pair.element(1).asString())
        .containsExactly("WHO is Eve", "EMPTY is ", "EQUATION is a=b");
    assertThat(all.call("wasi:cli/environment@0.2.12#get-arguments").asList())
        .extracting(ComponentValue::asString)
        .containsExactly("program", "an argument");
    assertThat(all.call("wasi:cli/environment@0.2.12#initial-cwd").asOptional())
        .hasValueSatisfying(path -> assertThat(path.asString()).isEqualTo("/"));
  }

  @Test
  void streams_areNoTerminals() {
    for (String name : new String[] {"stdin", "stdout", "stderr"}) {
      assertThat(
              all.call("wasi:cli/terminal-" + name + "@0.2.12#get-terminal-" + name).asOptional())
          .isEmpty();
    }
  }

  @Test
  void exit_endsTheCallWithItsStatus() {
    ComponentValue err = all.call("wasi:cli/stderr@0.2.12#get-stderr");
    assertThat(all.ok(OUT + "blocking-write-and-flush", err, utf8("no disk\n")))
        .isEqualTo(ComponentValue.UNIT);
    assertThatExceptionOfType(WasiExit.class)
        .isThrownBy(() -> all.call("wasi:cli/exit@0.2.12#exit", "err"))
        .withMessage("the component has exited with status 1; its standard error:\nno disk")
        .satisfies(e -> assertThat(e.status()).isEqualTo(1));
  }

  @Test
  void exit_withOkOrACode_hasItsStatus() {
    assertThatExceptionOfType(WasiExit.class)
        .isThrownBy(() -> all.call("wasi:cli/exit@0.2.12#exit", "ok"))
        .satisfies(e -> assertThat(e.status()).isZero());
    assertThatExceptionOfType(WasiExit.class)
        .isThrownBy(() -> all.call("wasi:cli/exit@0.2.12#exit-with-code", 42))
        .withMessage("the component has exited with status 42");
  }
}
