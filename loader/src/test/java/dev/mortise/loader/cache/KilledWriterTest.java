package dev.mortise.loader.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write leave what is whole, or nothing. */
class KilledWriterTest {
  /** How many are killed; {@code -Dcache.kills=200} for a long run. */
  private static final int KILLS = Integer.getInteger("cache.kills", 10);

  private static final int CLASS_BYTES = 300_000;
  private static final CacheKey KEY = new CacheKey("module", "compiler", "options", 21);

  @TempDir private Path folder;

  /** Writes one class after the other, whose content is a matter of its name, without end. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      CodeCache cache = CodeCache.at(Path.of(args[0]));
      for (int i = 0; ; i = (i + 1) % 16) {
        CodeEntry entry = cache.open(KEY, "test");
        entry.valid();
        entry.add("F" + i, content(i));
        entry.save();
        System.out.write('.');
        System.out.flush();
      }
    }
  }

  private static byte[] content(int number) {
    byte[] content = new byte[CLASS_BYTES];
    new Random(number).nextBytes(content);
    return content;
  }

  private Process start() throws Exception {
    String path =
        System.getProperty("java.class.path")
            + File.pathSeparator
            + System.getProperty("jdk.module.path", "");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            Writer.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void entry_afterAKillAtAnyTime_isWhole() throws Exception {
    Random random = new Random();
    int found = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = start();
      try (InputStream written = writer.getInputStream()) {
        assertThat(written.read()).as("the first entry is written").isEqualTo('.');
        Thread.sleep(random.nextInt(200));
      } finally {
        writer.destroyForcibly();
      }
      assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
      found += check();
    }
    assertThat(found).as("classes found after all kills").isPositive();
  }

  /** What is there must be right; how many classes that are. */
  private int check() {
    List<String> warnings = new ArrayList<>();
    CodeEntry entry = CodeCache.at(folder).withWarnings(warnings::add).open(KEY, "test");
    assertThat(warnings).isEmpty();
    assertThat(entry.isKnown()).isTrue();
    int found = 0;
    for (int i = 0; i < 16; i++) {
      byte[] bytes = entry.take("F" + i);
      if (bytes != null) {
        assertThat(bytes).as("F" + i).isEqualTo(content(i));
        found++;
      }
    }
    return found;
  }
}
