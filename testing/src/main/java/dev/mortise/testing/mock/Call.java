package dev.mortise.testing.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One call of a function of a mock. Immutable. */
public final class Call {
  private static final AtomicLong CALLS = new AtomicLong();

  private final MockState mock;
  private final Operation operation;
  private final @Nullable Object[] arguments;
  private final long number = CALLS.incrementAndGet();

  Call(MockState mock, Operation operation, @Nullable Object[] arguments) {
    this.mock = mock;
    this.operation = operation;
    this.arguments = arguments.clone();
  }

  MockState mock() {
    return mock;
  }

  /** The function. */
  public Operation operation() {
    return operation;
  }

  /** Which call it is, counted over all mocks. */
  long number() {
    return number;
  }

  /** The function's name in WIT, with its import. */
  public String function() {
    return operation.wit();
  }

  /** The arguments, as the function's Java method has them; values where there is no method. */
  public List<@Nullable Object> arguments() {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument);
    }
    return Collections.unmodifiableList(all);
  }

  /** One of them. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T argument(int index) {
    return (T) arguments[index];
  }

  boolean isOf(MockState other, Operation wanted) {
    return mock == other && operation.identity().equals(wanted.identity());
  }

  /** The arguments as WAVE, in parentheses. */
  String wave() {
    return IntStream.range(0, arguments.length)
        .mapToObj(i -> operation.wave(i, arguments[i]))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The call as WAVE, such as {@code charge({amount: 3})}. */
  @Override
  public String toString() {
    return operation.wit() + wave();
  }
}
