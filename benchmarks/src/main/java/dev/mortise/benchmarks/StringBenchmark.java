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

/** What a string costs: into the guest, copied there, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StringBenchmark {
  @Param public CallPath path;
  @Param public Samples.Script script;

  /** Of the string in UTF-8. */
  @Param({"16", "1024", "1048576"})
  public int byteLength;

  private String text;
  private Calls calls;

  @Setup
  public void setUp() {
    text = Samples.text(script, byteLength);
    calls = path.guests().calls();
  }

  @Benchmark
  public String echo() {
    return calls.echo(text);
  }
}
