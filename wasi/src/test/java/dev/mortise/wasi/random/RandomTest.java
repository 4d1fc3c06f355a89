package dev.mortise.wasi.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.Tuple2;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.WasiConfig;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTest {
  private final SecureRandomHost secure = new SecureRandomHost(WasiConfig.NONE.randoms().secure());

  @Test
  void getRandomBytes_givesAsManyAsAreWanted_eachTimeOthers() {
    assertThat(secure.getRandomBytes(0)).isEmpty();
    byte[] bytes = secure.getRandomBytes(1_000);
    assertThat(bytes).hasSize(1_000).isNotEqualTo(secure.getRandomBytes(1_000));
    assertThat(bytes).contains(bytes[0]).isNotEqualTo(new byte[1_000]);
  }

  @Test
  void getRandomU64_differs() {
    assertThat(secure.getRandomU64()).isNotEqualTo(secure.getRandomU64());
  }

  @ParameterizedTest
  @ValueSource(longs = {(16 << 20) + 1, Long.MAX_VALUE, -1})
  void moreBytesThanAHostGives_trap_beforeThereIsMemoryForThem(long length) {
    InsecureHost insecure = new InsecureHost(new Random(1));
    assertThatThrownBy(() -> secure.getRandomBytes(length))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("wasi:random/random#get-random-bytes")
        .hasMessageContaining(Long.toUnsignedString(length) + " bytes");
    assertThatThrownBy(() -> insecure.getInsecureRandomBytes(length))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("wasi:random/insecure#get-insecure-random-bytes");
  }

  @Test
  void insecure_comesFromItsSource() {
    InsecureHost one = new InsecureHost(new Random(7));
    InsecureHost same = new InsecureHost(new Random(7));
    assertThat(one.getInsecureRandomBytes(20))
        .hasSize(20)
        .isEqualTo(same.getInsecureRandomBytes(20));
    assertThat(one.getInsecureRandomU64()).isEqualTo(same.getInsecureRandomU64());
    assertThat(one.getInsecureRandomU64()).isNotEqualTo(one.getInsecureRandomU64());
  }

  @Test
  void insecureSeed_isOneForAComponent() {
    InsecureSeedHost seed = new InsecureSeedHost(new Random(7));
    Tuple2<Long, Long> first = seed.insecureSeed();
    assertThat(seed.insecureSeed()).isEqualTo(first);
    assertThat(new InsecureSeedHost(new Random(8)).insecureSeed()).isNotEqualTo(first);
  }
}
