package kinds;

@org.jspecify.annotations.NullMarked
public interface Kinds extends AutoCloseable {
  @dev.mortise.runtime.WitName("test:kinds/api@1.2.0")
  wit.test.kinds.v1.Api api();

  /** Ends the use of the instance. */
  @Override
  void close();
}
