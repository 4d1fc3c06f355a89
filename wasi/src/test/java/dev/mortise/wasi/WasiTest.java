package dev.mortise.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.wasi.config.WasiConfig;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wit.wasi.cli.v0_2.Run;
import wit.wasi.clocks.v0_2.WallClock;

class WasiTest {
  @Test
  void get_givesTheObjectOfAnInterface() {
    WasiConfig config =
        WasiConfig.builder()
            .clocks(new WasiConfig.Clocks(() -> Instant.ofEpochSecond(7), System::nanoTime))
            .build();
    try (Wasi wasi = Wasi.of(config)) {
      assertThat(wasi.get(WallClock.class).now().seconds()).isEqualTo(7);
    }
  }

  @Test
  void get_ofWhatComponentsExport_isRefused() {
    try (Wasi wasi = Wasi.of(WasiConfig.NONE)) {
      assertThatThrownBy(() -> wasi.get(Run.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("wit.wasi.cli.v0_2.Run is no interface");
    }
  }
}
