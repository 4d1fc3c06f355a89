package wit.test.kinds.v1;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("test:kinds/host@1.2.0")
public interface Host {
  @dev.mortise.runtime.WitName("file")
  public interface File extends AutoCloseable {
    @dev.mortise.runtime.WitName("[method]file.read")
    String read(long count) throws wit.test.kinds.v1.Host.FailureException;

    /** Drops the handle. */
    @Override
    void close();
  }

  @dev.mortise.runtime.WitName("failure")
  public sealed interface Failure {
    @dev.mortise.runtime.WitName("empty")
    record Empty() implements Failure {}

    @dev.mortise.runtime.WitName("code")
    record Code(int value) implements Failure {}

    @dev.mortise.runtime.WitName("text")
    record Text(String value) implements Failure {}
  }

  @dev.mortise.runtime.WitName("level")
  public enum Level {
    @dev.mortise.runtime.WitName("low")
    LOW,
    @dev.mortise.runtime.WitName("high-est")
    HIGH_EST,
  }

  @dev.mortise.runtime.WitName("entry")
  public record Entry(String key, java.util.Optional<Long> value) {}

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

  @dev.mortise.runtime.WitName("[constructor]file")
  wit.test.kinds.v1.Host.File newFile(String name);

  @dev.mortise.runtime.WitName("[static]file.same")
  boolean fileSame(wit.test.kinds.v1.Host.File a, wit.test.kinds.v1.Host.File b);

  long log(wit.test.kinds.v1.Host.Level l, java.util.List<wit.test.kinds.v1.Host.Entry> entries);

  long fail(int how) throws wit.test.kinds.v1.Host.FailureException;
}
