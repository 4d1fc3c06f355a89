package dev.mortise.tck.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Looks for bytes that break the {@link Promise}, guided by which code they reach. Started with
 * {@code mvn -Pfuzz -pl tck -am test}; see CONTRIBUTING.md.
 */
class DecodeAndValidateFuzz {
  private static final int LARGE = 64 << 10;
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static long executions;
  private static long valid;

  /** The folders stand in pom.xml too: what was found worth keeping goes to the first. */
  @BeforeAll
  static void plant() throws IOException {
    Files.createDirectories(Path.of("target/fuzz/corpus"));
    Files.createDirectories(Path.of("target/fuzz/found"));
    Path folder = Files.createDirectories(Path.of("target/fuzz/seeds"));
    int number = 0;
    for (byte[] bytes : Seeds.all(SEED)) {
      if (bytes.length <= LARGE) {
        Files.write(folder.resolve("seed-" + number++), bytes);
      }
    }
  }

  @FuzzTest(maxDuration = "5m")
  void bytes_keepThePromise(byte[] bytes) {
    executions++;
    Promise.Outcome outcome = Promise.check(bytes);
    if (outcome.code().equals("valid")) {
      valid++;
    }
    outcome
        .broken()
        .ifPresent(
            broken -> {
              throw new AssertionError(broken);
            });
  }

  @AfterAll
  static void say() {
    System.err.println("fuzzing: " + executions + " executions, " + valid + " valid");
  }
}
