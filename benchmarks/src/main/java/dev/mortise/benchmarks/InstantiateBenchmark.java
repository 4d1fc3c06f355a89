package dev.mortise.benchmarks;

import dev.mortise.loader.Component;
import dev.mortise.loader.Imports;
import dev.mortise.loader.LinkedComponent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one more instance costs. The bytes can be compared; the time of the engine alone is mostly
 * that of its memory's large array, which collectors treat in ways of their own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InstantiateBenchmark {
  private final Component component = Guests.load("small");
  private final LinkedComponent linked = component.link(Imports.NONE);
  private final Guests.Core core = new Guests.Core("small");

  /** The engine alone. */
  @Benchmark
  public Object engine() {
    return core.instantiate();
  }

  /** A component that was linked before. */
  @Benchmark
  public Object linked() {
    return linked.instantiate();
  }

  /** A component that is linked each time. */
  @Benchmark
  public Object linking() {
    return component.instantiate();
  }
}
