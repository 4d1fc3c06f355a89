package dev.mortise.benchmarks;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The engine alone, with the same core module. Of an instance the bytes can be compared; the time
 * is mostly that of its memory's large array, which collectors treat in ways of their own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {
  private final GuestCore core = new GuestCore();
  private final ExportFunction add = core.instantiate().export("mortise:bench/calls#add");

  private long left = 20;
  private long right = 22;

  @Benchmark
  public long[] add() {
    return add.apply(left, right);
  }

  @Benchmark
  public Instance instantiate() {
    return core.instantiate();
  }
}
