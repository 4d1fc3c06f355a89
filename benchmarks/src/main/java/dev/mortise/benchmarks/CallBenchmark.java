package dev.mortise.benchmarks;

import dev.mortise.runtime.Tuple2;
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
import wit.mortise.bench.Calls.Shape;
import wit.mortise.bench.Calls.Six;

/** What a call costs that passes little: the way in and out, and values of fixed size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  @Param public CallPath path;

  private long left = 20;
  private long right = 22;
  private Six six = Samples.six(1);
  private Shape line = new Shape.Line(new Tuple2<>(1.5, -2.0));
  private Shape label = new Shape.Label(Samples.text(Samples.Script.ASCII, 16));

  private Calls calls;

  @Setup
  public void setUp() {
    calls = path.guests().calls();
  }

  @Benchmark
  public void nop() {
    calls.nop();
  }

  @Benchmark
  public long add() {
    return calls.add(left, right);
  }

  /** A record of six fields. */
  @Benchmark
  public Six echoSix() {
    return calls.echoSix(six);
  }

  /** A variant in a case of two numbers. */
  @Benchmark
  public Shape echoLine() {
    return calls.echoShape(line);
  }

  /** A variant in a case with a string of 16 bytes. */
  @Benchmark
  public Shape echoLabel() {
    return calls.echoShape(label);
  }
}
