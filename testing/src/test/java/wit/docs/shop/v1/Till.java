package wit.docs.shop.v1;

@org.jspecify.annotations.NullMarked
@dev.mortise.runtime.WitName("docs:shop/till@1.0.0")
public interface Till {
  @dev.mortise.runtime.WitName("basket")
  public interface Basket extends AutoCloseable {
    @dev.mortise.runtime.WitName("[method]basket.add")
    long add(long count);

    /** Drops the handle. */
    @Override
    void close();
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

  @dev.mortise.runtime.WitName("[constructor]basket")
  wit.docs.shop.v1.Till.Basket newBasket();

  String checkout(long count) throws wit.docs.shop.v1.Till.FailureException;

  @dev.mortise.runtime.WitName("close-day")
  void closeDay();

  long rich(String owner);
}
