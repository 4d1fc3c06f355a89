package calls;

@org.jspecify.annotations.NullMarked
public interface Calls extends AutoCloseable {
  long add(long a, long b);

  void nop();

  void trap();

  @dev.mortise.runtime.WitName("call-host")
  long callHost(long times);

  String echo(String s);

  @dev.mortise.runtime.WitName("echo-bytes")
  @dev.mortise.runtime.Unsigned
  byte[] echoBytes(@dev.mortise.runtime.Unsigned byte[] s);

  @dev.mortise.runtime.WitName("echo-strings")
  java.util.List<String> echoStrings(java.util.List<String> s);

  @dev.mortise.runtime.WitName("echo-tuples")
  java.util.List<dev.mortise.runtime.Tuple3<Long, java.util.Optional<Integer>, String>> echoTuples(
      java.util.List<dev.mortise.runtime.Tuple3<Long, java.util.Optional<Integer>, String>> s);

  long div(long a, long b) throws calls.Calls.U32Exception;

  /** Ends the use of the instance. */
  @Override
  void close();

  /** The error {@code u32} of a function's result. */
  public static final class U32Exception extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient long error;

    public U32Exception(long error) {
      super(String.valueOf(error));
      this.error = error;
    }

    /** The error. */
    public long error() {
      return error;
    }
  }

  @dev.mortise.runtime.WitName("host")
  public interface Host {
    long next(long x);
  }
}
