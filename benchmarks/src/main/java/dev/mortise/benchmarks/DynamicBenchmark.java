package dev.mortise.benchmarks;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the dynamic API costs where it is most at ease: nothing is prepared before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DynamicBenchmark {
  private final Component component = GuestFile.BENCH.load();
  private final Imports imports = InterpretedGuests.imports(x -> x + 1);
  private final Instance calls = component.instantiate(imports).instance("mortise:bench/calls");

  private long left = 20;
  private long right = 22;

  /** A call by name, with plain Java objects. */
  @Benchmark
  public ComponentValue addByName() {
    return calls.call("add", left, right);
  }

  /** An instance, with the imports matched and the plan made for it alone. */
  @Benchmark
  public Instance linkAndInstantiate() {
    return component.instantiate(imports);
  }
}
