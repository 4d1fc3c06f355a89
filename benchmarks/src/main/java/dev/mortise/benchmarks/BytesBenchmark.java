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

/** What bytes cost: into the guest, copied there, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BytesBenchmark {
  @Param public CallPath path;

  @Param({"1024", "1048576"})
  public int byteLength;

  private byte[] bytes;
  private Calls calls;

  @Setup
  public void setUp() {
    bytes = Samples.bytes(byteLength);
    calls = path.guests().calls();
  }

  @Benchmark
  public byte[] echoBytes() {
    return calls.echoBytes(bytes);
  }
}
