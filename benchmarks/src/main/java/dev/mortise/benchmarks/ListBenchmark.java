package dev.mortise.benchmarks;

import java.util.List;
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
import wit.mortise.bench.Calls.Six;

/** What long lists cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListBenchmark {
  @Param public CallPath path;

  private int[] numbers;
  private List<Six> sixes;
  private Calls calls;

  @Setup
  public void setUp() {
    numbers = Samples.numbers(1_000_000);
    sixes = Samples.sixes(1_000);
    calls = path.guests().calls();
  }

  /** A million numbers, into the guest. */
  @Benchmark
  public long sum() {
    return calls.sum(numbers);
  }

  /** A thousand records, into the guest, copied there, and back. */
  @Benchmark
  public List<Six> echoList() {
    return calls.echoList(sixes);
  }
}
