package composed;

@org.jspecify.annotations.NullMarked
public interface Composed extends AutoCloseable {
  long add(long a, long b);

  @dev.mortise.runtime.WitName("add-many")
  long addMany(long n);

  java.util.List<dev.mortise.runtime.Tuple2<String, java.util.Optional<Integer>>> echo(
      java.util.List<dev.mortise.runtime.Tuple2<String, java.util.Optional<Integer>>> s);

  @dev.mortise.runtime.WitName("pass-many")
  long passMany(long n, String s);

  /** Ends the use of the instance. */
  @Override
  void close();
}
