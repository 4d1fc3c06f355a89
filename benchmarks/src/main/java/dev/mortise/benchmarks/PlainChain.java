package dev.mortise.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;
import wit.mortise.bench.Chain;

/** What the two composed guests do, in Java: the caller here, the callee in two real calls. */
final class PlainChain implements Chain {
  @Override
  public long add(long a, long b) {
    return calleeAdd(a, b);
  }

  @Override
  public long addMany(long times) {
    long total = 0;
    for (long i = 0; i < times; i++) {
      total = calleeAdd(total, 1);
    }
    return total;
  }

  @Override
  public long passMany(long times, String s) {
    long total = 0;
    for (long i = 0; i < times; i++) {
      total += byteLength(s);
    }
    return total;
  }

  @CompilerControl(Mode.DONT_INLINE)
  private static long calleeAdd(long a, long b) {
    return (a + b) & 0xffff_ffffL;
  }

  @CompilerControl(Mode.DONT_INLINE)
  private static long byteLength(String s) {
    return s.getBytes(UTF_8).length;
  }
}
