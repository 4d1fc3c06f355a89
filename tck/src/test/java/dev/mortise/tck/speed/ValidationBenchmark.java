package dev.mortise.tck.speed;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.tck.Shared;
import dev.mortise.tck.generate.ManyTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prints how long it takes to decode and validate components of 10 to 10,000 types, and a component
 * of 12 MB beside what the engine takes to parse it. Not one of the tests that always run: {@code
 * -Dtest=ValidationBenchmark} starts it.
 */
final class ValidationBenchmark {
  private static final int RUNS = 31;

  @Test
  @Timeout(300)
  void print() throws IOException {
    System.out.printf("%n%8s %10s %12s %12s%n", "types", "bytes", "us", "ns a type");
    for (int types : new int[] {10, 100, 1_000, 10_000, 100_000}) {
      byte[] bytes = ManyTypes.encode(types);
      long nanos = Stopwatch.least(RUNS, () -> Stopwatch.validate(bytes, Features.defaults()));
      System.out.printf(
          "%8d %10d %12.1f %12.1f%n", types, bytes.length, nanos / 1e3, (double) nanos / types);
    }
    Path greeter = Shared.folder("components").resolve("greeter-js.wasm");
    if (!Files.exists(greeter)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(greeter);
    LoadOptions options = LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET);
    long first = Stopwatch.once(() -> Stopwatch.validate(bytes, Features.defaults()));
    Component component = Component.load(bytes, options);
    long parse = Stopwatch.once(component::loadCode);
    long warm = Stopwatch.least(RUNS, () -> Stopwatch.validate(bytes, Features.defaults()));
    long warmParse = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      Component again = Component.load(bytes, options);
      warmParse = Math.min(warmParse, Stopwatch.once(again::loadCode));
    }
    row("greeter-js.wasm, first", first, parse);
    row("greeter-js.wasm, warm", warm, warmParse);
  }

  private static void row(String name, long validate, long parse) {
    System.out.printf(
        "%s: decode+validate %.1f ms, the engine's parse %.1f ms: %.2f %%%n",
        name, validate / 1e6, parse / 1e6, 100.0 * validate / parse);
  }
}
