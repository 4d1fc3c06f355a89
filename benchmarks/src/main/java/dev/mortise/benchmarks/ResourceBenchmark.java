package dev.mortise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import wit.mortise.bench.Calls;
import wit.mortise.bench.Calls.Counter;

/** What a resource of the guest costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResourceBenchmark {
  @Param public CallPath path;

  private long start = 1;
  private Calls calls;
  private Counter counter;

  @Setup
  public void setUp() {
    calls = path.guests().calls();
    counter = calls.newCounter(start);
  }

  /** From the constructor through one method to the destructor. */
  @Benchmark
  public long life() {
    try (Counter one = calls.newCounter(start)) {
      return one.increment();
    }
  }

  /** One method of a resource that lives on. */
  @Benchmark
  public long method() {
    return counter.increment();
  }
}
