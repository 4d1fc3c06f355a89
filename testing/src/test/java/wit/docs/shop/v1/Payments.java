package wit.docs.shop.v1;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("docs:shop/payments@1.0.0")
public interface Payments {
  @dev.mortise.runtime.WitName("account")
  public interface Account extends AutoCloseable {
    @dev.mortise.runtime.WitName("[method]account.balance")
    long balance();

    @dev.mortise.runtime.WitName("[method]account.pay")
    boolean pay(long amount);

    /** Drops the handle. */
    @Override
    void close();
  }

  @dev.mortise.runtime.WitName("charge")
  public record Charge(long amount, String currency) {}

  @dev.mortise.runtime.WitName("receipt")
  public record Receipt(String id) {}

  @dev.mortise.runtime.WitName("failure")
  public sealed interface Failure {
    @dev.mortise.runtime.WitName("declined")
    record Declined(String value) implements Failure {}

    @dev.mortise.runtime.WitName("offline")
    record Offline() implements Failure {}
  }

  /** The error {@code failure} of a function's result. */
  public static final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient wit.docs.shop.v1.Payments.Failure error;

    public FailureException(wit.docs.shop.v1.Payments.Failure error) {
      super(String.valueOf(error));
      this.error = error;
    }

    /** The error. */
    public wit.docs.shop.v1.Payments.Failure error() {
      return error;
    }
  }

  @dev.mortise.runtime.WitName("[constructor]account")
  wit.docs.shop.v1.Payments.Account newAccount(String owner);

  wit.docs.shop.v1.Payments.Receipt pay(wit.docs.shop.v1.Payments.Charge c)
      throws wit.docs.shop.v1.Payments.FailureException;

  void cancel(String id);
}
