package dev.mortise.testing.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.FakeWasi;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code wasi:random} from a seed. */
@ComponentTest("all.wasm")
class RandomTest {
  private static final String RANDOM = "wasi:random/random@0.2.12#";
  private static final String INSECURE = "wasi:random/insecure@0.2.12#";

  @FakeWasi(seed = 7)
  Wasi wasi;

  private All all;

  @BeforeEach
  void start(Instance instance) {
    all = new All(instance);
  }

  @Test
  void numbers_areThoseOfTheSeed() {
    Random expected = new Random(7);
    assertThat(All.u64(all.call(RANDOM + "get-random-u64"))).isEqualTo(expected.nextLong());
    assertThat(All.u64(all.call(RANDOM + "get-random-u64"))).isEqualTo(expected.nextLong());
    wasi.seed(7);
    assertThat(All.u64(all.call(RANDOM + "get-random-u64"))).isEqualTo(new Random(7).nextLong());
  }

  @Test
  void bytes_areAsManyAsAskedFor() {
    byte[] bytes = all.call(RANDOM + "get-random-bytes", 33L).asBytes();
    assertThat(bytes).hasSize(33).isNotEqualTo(new byte[33]);
    wasi.seed(7);
    assertThat(all.call(RANDOM + "get-random-bytes", 33L).asBytes()).isEqualTo(bytes);
  }

  @Test
  void insecureNumbers_areASequenceOfTheirOwn() {
    long first = All.u64(all.call(INSECURE + "get-insecure-random-u64"));
    wasi.seed(7);
    long unused = All.u64(all.call(RANDOM + "get-random-u64"));
    assertThat(All.u64(all.call(INSECURE + "get-insecure-random-u64"))).isEqualTo(first);
    assertThat(all.call(INSECURE + "get-insecure-random-bytes", 3L).asBytes()).hasSize(3);
  }

  @Test
  void insecureSeed_staysUntilTheSeedChanges() {
    var first = all.call("wasi:random/insecure-seed@0.2.12#insecure-seed");
    assertThat(all.call("wasi:random/insecure-seed@0.2.12#insecure-seed")).isEqualTo(first);
    wasi.seed(8);
    assertThat(all.call("wasi:random/insecure-seed@0.2.12#insecure-seed")).isNotEqualTo(first);
  }

  @Test
  void tooManyBytes_areRefusedWithTheirNumber() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> all.call(RANDOM + "get-random-bytes", -1L))
        .withMessageContaining("random bytes at once");
  }
}
