package dev.mortise.testing;

import dev.mortise.testing.mock.Call;
import dev.mortise.testing.mock.CallOrder;
import dev.mortise.testing.mock.Matcher;
import dev.mortise.testing.mock.MockFactory;
import dev.mortise.testing.mock.Say;
import dev.mortise.testing.mock.Stubbing;
import dev.mortise.testing.mock.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a test speaks to mocks; to be imported statically.
 *
 * {@snippet :
 * when(payments.charge(any())).thenReturn(new Receipt("r1"));
 * whenCalled(() -> log.log(eq(Level.WARN), any())).thenDoNothing();
 * shop.checkout(3);
 * verify(payments).charge(new Charge(3));
 * verify(log, never()).log(any(), any());
 * }
 *
 * <p>Arguments are compared by {@code equals}, arrays by their elements. When one of them is a
 * matcher, all must be.
 */
public final class Mocking {
  private Mocking() {}

  /** A call that is written as a lambda, for functions without a result. */
  @FunctionalInterface
  public interface WrittenCall {
    /** Writes the call. */
    void write() throws Throwable;
  }

  /**
   * A mock of a resource, or of any interface that was generated from WIT. One that is made before
   * the test asks for its component supplies an import too, if nothing else does.
   */
  public static <T> T mock(Class<T> type) {
    return Sessions.current().mock(type, named(type));
  }

  /**
   * A mock of an import that is known by its name in WIT, made before the test asks for its
   * component.
   */
  public static ImportMock mock(String wit) {
    return Sessions.current().mock(wit);
  }

  /**
   * A mock that calls an object where nothing else was said, and remembers the calls. A call that
   * the test writes is one of the object too, unless an argument is a matcher: {@code
   * when(payments.pay(eq(charge)))}.
   */
  public static <T> T spy(Class<T> type, T real) {
    return Sessions.current().spy(type, named(type), real);
  }

  private static String named(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  // What is answered

  /**
   * Says what the call in the parentheses is answered with. Of a function that throws, the test
   * method declares it.
   */
  @SuppressWarnings("unchecked")
  public static <T> Stubbing<T> when(@Nullable T call) {
    return (Stubbing<T>) Say.whenWritten();
  }

  /** Says what the call in the lambda is answered with. */
  public static Stubbing<Object> whenCalled(WrittenCall call) {
    write(call);
    return Say.whenWritten();
  }

  private static void write(WrittenCall call) {
    try {
      call.write();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the call that was written threw", e);
    }
  }

  // What was called

  /** The component must have made the call that follows, once. */
  public static <T> T verify(T mock) {
    return verify(mock, times(1));
  }

  /** The component must have made the call that follows so often. */
  public static <T> T verify(T mock, Times times) {
    Say.verifyNext(mock, times, null);
    return mock;
  }

  /** The component must have made no calls of these mocks but those that were verified. */
  public static void verifyNoMoreCalls(Object... mocks) {
    for (Object mock : mocks) {
      Say.verifyNoMore(mock);
    }
  }

  /** What the component has called of a mock, in order. */
  public static List<Call> callsOf(Object mock) {
    return Say.callsOf(
        mock instanceof ImportMock known ? known.state() : MockFactory.stateOf(mock));
  }

  /** Verifies calls of some mocks one after the other. */
  public static InOrder inOrder(Object... mocks) {
    return new InOrder(new CallOrder(Arrays.stream(mocks).map(MockFactory::stateOf).toList()));
  }

  /** Calls in an order: each verification looks at what came after the one before. */
  public static final class InOrder {
    private final CallOrder order;

    private InOrder(CallOrder order) {
      this.order = order;
    }

    /** The call that follows must have come next, once. */
    public <T> T verify(T mock) {
      return verify(mock, times(1));
    }

    /** The call that follows must have come next, so often. */
    public <T> T verify(T mock, Times times) {
      Say.verifyNext(mock, times, order);
      return mock;
    }
  }

  /** Exactly so often. */
  public static Times times(int count) {
    return new Times(count, count);
  }

  /** Not at all. */
  public static Times never() {
    return times(0);
  }

  /** So often or more. */
  public static Times atLeast(int count) {
    return new Times(count, Integer.MAX_VALUE);
  }

  /** So often or less. */
  public static Times atMost(int count) {
    return new Times(0, count);
  }

  // Which arguments are meant

  /** Any argument that is an object; of primitive types, {@link #anyInt} and the like. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static <T> T any() {
    return placeholder(Matcher.any());
  }

  /** Any {@code bool}. */
  public static boolean anyBoolean() {
    Say.matcher(Matcher.any());
    return false;
  }

  /** Any {@code s8}. */
  public static byte anyByte() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** Any {@code s16}. */
  public static short anyShort() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** Any {@code s32}, {@code u8}, {@code u16} or {@code char}. */
  public static int anyInt() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** Any {@code s64}, {@code u32} or {@code u64}. */
  public static long anyLong() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** Any {@code f32}. */
  public static float anyFloat() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** Any {@code f64}. */
  public static double anyDouble() {
    Say.matcher(Matcher.any());
    return 0;
  }

  /** An equal argument, beside others that are matchers. */
  public static <T> T eq(T value) {
    Say.matcher(Matcher.equalTo(value));
    return value;
  }

  /** An argument that passes a test. */
  @SuppressWarnings("unchecked")
  public static <T> T that(Predicate<? super T> test) {
    return placeholder(
        Matcher.that(argument -> argument != null && test.test((T) argument), "that(…)"));
  }

  /** A number that passes a test, where the parameter is of a primitive type. */
  public static long thatLong(Predicate<? super Long> test) {
    Say.matcher(
        Matcher.that(argument -> argument instanceof Long n && test.test(n), "thatLong(…)"));
    return 0;
  }

  /** Remembers arguments. */
  public static <T> Captor<T> captor() {
    return new Captor<>();
  }

  /**
   * Remembers the arguments of the calls that are verified with it.
   *
   * @param <T> the parameter's type
   */
  public static final class Captor<T> {
    private final List<T> values = new ArrayList<>();

    private Captor() {}

    /** Stands in place of an argument. */
    @SuppressWarnings("unchecked")
    public T capture() {
      return placeholder(Matcher.capturing(argument -> values.add((T) argument)));
    }

    /** The argument of the last call. */
    public T value() {
      if (values.isEmpty()) {
        throw new AssertionError("nothing was captured: no call was verified with capture()");
      }
      return values.get(values.size() - 1);
    }

    /** The arguments of all calls, in order. */
    public List<T> values() {
      return List.copyOf(values);
    }
  }

  /** A matcher is written as an argument, where it has no value. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T placeholder(Matcher matcher) {
    Say.matcher(matcher);
    return null;
  }
}
