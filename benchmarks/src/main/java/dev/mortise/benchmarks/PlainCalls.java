package dev.mortise.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mortise.runtime.Tuple2;
import java.util.List;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;
import wit.mortise.bench.Calls;
import wit.mortise.bench.Host;

/**
 * What the guest does, in Java: each call is a real one, and each echo makes what it returns anew,
 * a string by way of its bytes.
 */
final class PlainCalls implements Calls {
  private final Host host;

  PlainCalls(Host host) {
    this.host = host;
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public void nop() {}

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public long add(long a, long b) {
    return (a + b) & 0xffff_ffffL;
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public long sum(int[] n) {
    int sum = 0;
    for (int number : n) {
      sum += number;
    }
    return Integer.toUnsignedLong(sum);
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public String echo(String s) {
    return new String(s.getBytes(UTF_8), UTF_8);
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public byte[] echoBytes(byte[] b) {
    return b.clone();
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public Six echoSix(Six r) {
    return copy(r);
  }

  private static Six copy(Six six) {
    return new Six(six.a(), six.b(), six.c(), six.d(), six.e(), six.f());
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public List<Six> echoList(List<Six> l) {
    return l.stream().map(PlainCalls::copy).toList();
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public Shape echoShape(Shape s) {
    return switch (s) {
      case Shape.Nothing() -> new Shape.Nothing();
      case Shape.Point(long value) -> new Shape.Point(value);
      case Shape.Line(Tuple2<Double, Double>(Double from, Double to)) ->
          new Shape.Line(new Tuple2<>(from, to));
      case Shape.Label(String text) -> new Shape.Label(echo(text));
    };
  }

  @Override
  @CompilerControl(Mode.DONT_INLINE)
  public Counter newCounter(long start) {
    return new PlainCounter(start);
  }

  @Override
  public long callHost(long times) {
    long x = 0;
    for (long i = 0; i < times; i++) {
      x = next(x);
    }
    return x;
  }

  @CompilerControl(Mode.DONT_INLINE)
  private long next(long x) {
    return host.next(x);
  }

  private static final class PlainCounter implements Counter {
    private long count;

    PlainCounter(long start) {
      count = start;
    }

    @Override
    @CompilerControl(Mode.DONT_INLINE)
    public long increment() {
      return ++count;
    }

    @Override
    @CompilerControl(Mode.DONT_INLINE)
    public void close() {}
  }
}
