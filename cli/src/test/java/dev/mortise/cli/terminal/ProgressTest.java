package dev.mortise.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.compile.lazy.CodeProgress.Work;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who waits for longer than a second sees what for, and nothing of it stays. */
class ProgressTest {
  private static final Path FILE = Path.of("a.wasm");
  private static final String CLEAR = "\r\u001b[K";

  private final StringWriter shown = new StringWriter();

  private Progress progress(boolean interactive) {
    return new Progress(new PrintWriter(shown), interactive, "loading");
  }

  private void waitUntilShown() throws InterruptedException {
    for (int i = 0; i < 500 && shown.toString().isEmpty(); i++) {
      Thread.sleep(20);
    }
  }

  @Test
  void work_thatTakesLong_isABar() throws Exception {
    try (Progress progress = progress(true)) {
      waitUntilShown();
      progress.of(FILE).done(Work.CHECK, 1, 2);
      progress.of(FILE).done(Work.COMPILE, 3, 3);
      progress.now("running");
    }
    assertThat(shown)
        .hasToString(
            CLEAR
                + "loading …"
                + CLEAR
                + "checking a.wasm [############............] …"
                + CLEAR
                + "compiling a.wasm [########################] …"
                + CLEAR
                + "running …"
                + CLEAR);
  }

  @Test
  void work_thatIsOverSoon_isNotShown() {
    try (Progress progress = progress(true)) {
      progress.of(FILE).done(Work.CHECK, 1, 2);
    }
    assertThat(shown).hasToString("");
  }

  @Test
  void work_thatNobodyWatches_isNotShown() throws Exception {
    try (Progress progress = progress(false)) {
      progress.of(FILE).done(Work.CHECK, 1, 2);
      Thread.sleep(1200);
    }
    assertThat(shown).hasToString("");
  }
}
