package dev.mortise.testing.mock;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an argument is meant.
 *
 * @param accepts the test
 * @param words what messages call it; null for an argument that is written as it is
 * @param value the argument that it must be equal to, when {@code words} is null
 * @param captured takes the arguments of the calls that were meant
 */
public record Matcher(
    Predicate<@Nullable Object> accepts,
    @Nullable String words,
    @Nullable Object value,
    Consumer<@Nullable Object> captured) {

  /** One that captures nothing. */
  public Matcher(
      Predicate<@Nullable Object> accepts, @Nullable String words, @Nullable Object value) {
    this(accepts, words, value, argument -> {});
  }

  /** Any argument, which is captured. */
  public static Matcher capturing(Consumer<@Nullable Object> captured) {
    return new Matcher(argument -> true, "capture()", null, captured);
  }

  /** Any argument. */
  public static Matcher any() {
    return new Matcher(argument -> true, "any()", null);
  }

  /** An equal one; arrays are compared by their elements. */
  public static Matcher equalTo(@Nullable Object wanted) {
    return new Matcher(argument -> Objects.deepEquals(argument, wanted), null, wanted);
  }

  /** One that passes a test. */
  public static Matcher that(Predicate<@Nullable Object> accepts, String words) {
    return new Matcher(accepts, words, null);
  }

  boolean matches(@Nullable Object argument) {
    try {
      return accepts.test(argument);
    } catch (ClassCastException | NullPointerException e) {
      return false;
    }
  }

  String text(Operation operation, int index) {
    return words == null ? operation.wave(index, value) : words;
  }
}
