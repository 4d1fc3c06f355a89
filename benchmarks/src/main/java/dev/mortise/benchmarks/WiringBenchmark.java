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

/**
 * What a call from one component to another costs when they are modules of a layer; an operation is
 * one of many in a call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WiringBenchmark {
  @Param public Wiring wiring;

  private String text = Samples.text(Samples.Script.ASCII, 64);
  private Chain chain;

  @Setup
  public void setUp() {
    chain = wiring.chain();
  }

  /** Two numbers, and one back. */
  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long addMany() {
    return chain.addMany(Samples.TIMES);
  }

  /** A string of 64 bytes from memory to memory, and a number back. */
  @Benchmark
  @OperationsPerInvocation(Samples.TIMES)
  public long passMany() {
    return chain.passMany(Samples.TIMES, text);
  }
}
