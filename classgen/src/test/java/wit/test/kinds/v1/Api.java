package wit.test.kinds.v1;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("test:kinds/api@1.2.0")
public interface Api {
  @dev.mortise.runtime.WitName("point")
  public record Point(double x, long y, int z) {}

  @dev.mortise.runtime.WitName("shape")
  public sealed interface Shape {
    @dev.mortise.runtime.WitName("nothing")
    record Nothing() implements Shape {}

    @dev.mortise.runtime.WitName("circle")
    record Circle(double value) implements Shape {}

    @dev.mortise.runtime.WitName("label")
    record Label(String value) implements Shape {}

    @dev.mortise.runtime.WitName("at")
    record At(wit.test.kinds.v1.Api.Point value) implements Shape {}
  }

  @dev.mortise.runtime.WitName("perms")
  public enum Perms {
    @dev.mortise.runtime.WitName("read")
    READ,
    @dev.mortise.runtime.WitName("write")
    WRITE,
    @dev.mortise.runtime.WitName("run")
    RUN,
  }

  @dev.mortise.runtime.WitName("counter")
  public interface Counter extends AutoCloseable {
    @dev.mortise.runtime.WitName("[method]counter.add")
    long add(long n);

    /** Drops the handle. */
    @Override
    void close();
  }

  /** The error {@code failure} of a function's result. */
  public static final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient wit.test.kinds.v1.Host.Failure error;

    public FailureException(wit.test.kinds.v1.Host.Failure error) {
      super(String.valueOf(error));
      this.error = error;
    }

    /** The error. */
    public wit.test.kinds.v1.Host.Failure error() {
      return error;
    }
  }

  @dev.mortise.runtime.WitName("[constructor]counter")
  wit.test.kinds.v1.Api.Counter newCounter(long start);

  @dev.mortise.runtime.WitName("[static]counter.merge")
  wit.test.kinds.v1.Api.Counter counterMerge(
      wit.test.kinds.v1.Api.Counter a, wit.test.kinds.v1.Api.Counter b);

  @dev.mortise.runtime.WitName("echo-point")
  wit.test.kinds.v1.Api.Point echoPoint(wit.test.kinds.v1.Api.Point p);

  java.util.List<wit.test.kinds.v1.Api.Point> points(java.util.List<wit.test.kinds.v1.Api.Point> l);

  @dev.mortise.runtime.WitName("echo-shape")
  wit.test.kinds.v1.Api.Shape echoShape(wit.test.kinds.v1.Api.Shape s);

  java.util.List<wit.test.kinds.v1.Api.Shape> shapes(java.util.List<wit.test.kinds.v1.Api.Shape> l);

  @dev.mortise.runtime.WitName("echo-level")
  wit.test.kinds.v1.Host.Level echoLevel(wit.test.kinds.v1.Host.Level l);

  @dev.mortise.runtime.WitName("echo-perms")
  java.util.EnumSet<wit.test.kinds.v1.Api.Perms> echoPerms(
      java.util.EnumSet<wit.test.kinds.v1.Api.Perms> p);

  boolean flip(boolean b);

  @dev.mortise.runtime.WitName("byte")
  byte byte_(int b);

  int wide(short b);

  long big(@dev.mortise.runtime.Unsigned long b);

  float single(float f);

  @dev.mortise.runtime.Unsigned
  int[] ints(@dev.mortise.runtime.Unsigned int[] l);

  double[] doubles(double[] l);

  java.util.Optional<java.util.Optional<Integer>> nested(
      java.util.Optional<java.util.Optional<Integer>> o);

  dev.mortise.runtime.Tuple1<dev.mortise.runtime.Result<Long, wit.test.kinds.v1.Host.Level>> either(
      dev.mortise.runtime.Tuple1<dev.mortise.runtime.Result<Long, wit.test.kinds.v1.Host.Level>> r);

  String many(
      int a,
      int b,
      long c,
      @dev.mortise.runtime.Unsigned long d,
      float e,
      double f,
      String g,
      String h,
      String i,
      String j,
      String k,
      String l);

  long dropped();

  @dev.mortise.runtime.WitName("call-log")
  long callLog(long n);

  @dev.mortise.runtime.WitName("call-fail")
  long callFail(int how) throws wit.test.kinds.v1.Api.FailureException;

  @dev.mortise.runtime.WitName("open-and-read")
  String openAndRead(long count) throws wit.test.kinds.v1.Api.FailureException;
}
