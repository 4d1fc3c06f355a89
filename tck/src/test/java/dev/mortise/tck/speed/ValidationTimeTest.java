package dev.mortise.tck.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.tck.Shared;
import dev.mortise.tck.generate.ManyTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Validation takes the time that it should; the bounds are wide, since other things may run. */
class ValidationTimeTest {
  /** Ten would be linear; a quadratic one takes a hundred times as long. */
  private static final double MOST = 25;

  private static final long SECOND = 1_000_000_000L;

  /** A quarter of what a thread has on most machines. */
  private static final long SMALL_STACK = 256 << 10;

  @Test
  void validation_tenTimesTheTypes_takesTenTimesAsLong() {
    byte[] thousand = ManyTypes.encode(1_000);
    byte[] tenThousand = ManyTypes.encode(10_000);
    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 3 && least > MOST; attempt++) {
      long less = Stopwatch.least(15, () -> Stopwatch.validate(thousand, Features.defaults()));
      long more = Stopwatch.least(15, () -> Stopwatch.validate(tenThousand, Features.defaults()));
      least = Math.min(least, (double) more / less);
    }
    assertThat(least).as("times as long").isLessThan(MOST);
  }

  @Test
  void validation_ofALargeComponent_isATenthOfTheEnginesParse() throws IOException {
    Path greeter = Shared.folder("components").resolve("greeter-js.wasm");
    assumeTrue(Files.exists(greeter), "shared/components is not beside the project");
    byte[] bytes = Files.readAllBytes(greeter);
    LoadOptions options = LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET);
    long validate = Stopwatch.least(5, () -> Stopwatch.validate(bytes, Features.defaults()));
    Component component = Component.load(bytes, options);
    long parse = Stopwatch.once(component::loadCode);
    assertThat(validate * 10).as("of " + parse + " ns").isLessThan(parse);
  }

  /** Among them very-nested, big, and those at the limits. */
  @Test
  void suites_noFileOverflowsTheStackOrTakesASecond() throws Exception {
    Path suites = Shared.folder("suites");
    assumeTrue(Files.isDirectory(suites), "shared/suites is not beside the project");
    List<Path> files;
    try (Stream<Path> all = Files.walk(suites)) {
      files = all.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
    }
    assertThat(files).anyMatch(file -> file.toString().contains("very-nested"));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> files.forEach(this::check), "small", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  private void check(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    for (Features features : List.of(Features.defaults(), Features.all())) {
      long nanos = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 3 && nanos > SECOND; attempt++) {
        nanos = Stopwatch.once(() -> refusedOrNot(file, bytes, features));
      }
      assertThat(nanos).as(file.toString()).isLessThan(SECOND);
    }
  }

  private static void refusedOrNot(Path file, byte[] bytes, Features features) {
    try {
      Stopwatch.validate(bytes, features);
    } catch (MortiseException e) {
      // Many are to be refused.
    } catch (RuntimeException | Error e) {
      throw new AssertionError(file + ": " + e, e);
    }
  }
}
