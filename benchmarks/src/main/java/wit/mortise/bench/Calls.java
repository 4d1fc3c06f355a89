package wit.mortise.bench;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("mortise:bench/calls")
public interface Calls {
  @dev.mortise.runtime.WitName("six")
  public record Six(
      long a, @dev.mortise.runtime.Unsigned long b, double c, boolean d, short e, int f) {}

  @dev.mortise.runtime.WitName("shape")
  public sealed interface Shape {
    @dev.mortise.runtime.WitName("nothing")
    record Nothing() implements Shape {}

    @dev.mortise.runtime.WitName("point")
    record Point(long value) implements Shape {}

    @dev.mortise.runtime.WitName("line")
    record Line(dev.mortise.runtime.Tuple2<Double, Double> value) implements Shape {}

    @dev.mortise.runtime.WitName("label")
    record Label(String value) implements Shape {}
  }

  @dev.mortise.runtime.WitName("counter")
  public interface Counter extends AutoCloseable {
    @dev.mortise.runtime.WitName("[method]counter.increment")
    long increment();

    /** Drops the handle. */
    @Override
    void close();
  }

  @dev.mortise.runtime.WitName("[constructor]counter")
  wit.mortise.bench.Calls.Counter newCounter(long start);

  void nop();

  long add(long a, long b);

  long sum(@dev.mortise.runtime.Unsigned int[] n);

  String echo(String s);

  @dev.mortise.runtime.WitName("echo-bytes")
  @dev.mortise.runtime.Unsigned
  byte[] echoBytes(@dev.mortise.runtime.Unsigned byte[] b);

  @dev.mortise.runtime.WitName("echo-six")
  wit.mortise.bench.Calls.Six echoSix(wit.mortise.bench.Calls.Six r);

  @dev.mortise.runtime.WitName("echo-list")
  java.util.List<wit.mortise.bench.Calls.Six> echoList(
      java.util.List<wit.mortise.bench.Calls.Six> l);

  @dev.mortise.runtime.WitName("echo-shape")
  wit.mortise.bench.Calls.Shape echoShape(wit.mortise.bench.Calls.Shape s);

  @dev.mortise.runtime.WitName("call-host")
  long callHost(long times);
}
