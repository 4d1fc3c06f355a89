package dev.mortise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import wit.mortise.bench.Calls;

/** What a call from the guest to its host costs; an operation is one of many in a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HostCallBenchmark {
  @Param public CallPath path;

  private Calls calls;

  @Setup
  public void setUp() {
    calls = path.guests().calls();
  }

  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long callHost() {
    return calls.callHost(Samples.TIMES);
  }
}
