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
import wit.mortise.bench.Chain;

/** What a call from one component to another costs; an operation is one of many in a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChainBenchmark {
  @Param public CallPath path;

  private String shortText = Samples.text(Samples.Script.ASCII, 16);
  private String longText = Samples.text(Samples.Script.ASCII, 1024);
  private Chain chain;

  @Setup
  public void setUp() {
    chain = path.guests().chain();
  }

  /** Two numbers, and one back. */
  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long addMany() {
    return chain.addMany(Samples.TIMES);
  }

  /** A string of 16 bytes from memory to memory, and a number back. */
  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long passShort() {
    return chain.passMany(Samples.TIMES, shortText);
  }

  /** A string of 1,024 bytes from memory to memory, and a number back. */
  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long passLong() {
    return chain.passMany(Samples.TIMES, longText);
  }
}
