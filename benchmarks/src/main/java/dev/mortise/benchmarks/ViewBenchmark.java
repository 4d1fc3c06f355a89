package dev.mortise.benchmarks;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.view.ByteView;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import wit.mortise.bench.Host;

/**
 * What views save: the bytes of a direct buffer into the guest, copied there, and the last of the
 * result looked at.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ViewBenchmark {
  /** What the guest exports. */
  public interface Bench {
    /** Its interface. */
    Echo calls();
  }

  /** One of its functions, in two ways. */
  public interface Echo {
    /** By arrays. */
    byte[] echoBytes(byte[] bytes);

    /** From a buffer; the result is lent. */
    <R> R echoBytes(ByteBuffer bytes, Function<ByteView, R> use);
  }

  private static final Function<ByteView, Byte> LAST = view -> view.get(view.length() - 1);

  @Param({"1024", "1048576"})
  public int byteLength;

  private ByteBuffer bytes;
  private Echo calls;

  @Setup
  public void setUp() {
    bytes = ByteBuffer.allocateDirect(byteLength).put(Samples.bytes(byteLength)).flip();
    Host host = x -> x + 1;
    calls =
        TypedComponent.of(
                GuestFile.BENCH.load(), "bench.wasm", ViewBenchmark.class.getClassLoader())
            .as(Bench.class)
            .instantiate(Imports.of(Host.class, host))
            .calls();
  }

  /** With an array on either side. */
  @Benchmark
  public byte copied() {
    byte[] array = new byte[byteLength];
    bytes.get(0, array);
    byte[] result = calls.echoBytes(array);
    return result[byteLength - 1];
  }

  /** Without. */
  @Benchmark
  public byte viewed() {
    return calls.echoBytes(bytes, LAST);
  }
}
