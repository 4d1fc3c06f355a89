package dev.mortise.testing.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that a mock has, and how it and its values are written. */
public interface Operation {
  /** What tells it from the other functions of its mock. */
  Object identity();

  /**
   * The name for messages: import and function, such as {@code docs:shop/payments@1.0.0#charge}.
   */
  String wit();

  /** The function's type in WIT, or the method as Java declares it where that is not known. */
  String signature();

  /** Whether it ends a resource, which anyone may do who owns it. */
  boolean isDrop();

  /** Whether who is called takes a resource over that stands at a place of the arguments. */
  boolean takesOver(int index);

  /** What a parameter is called. */
  String parameter(int index);

  /** An argument as WAVE, or as Java prints it where it has no such form. */
  String wave(int index, @Nullable Object argument);

  /** A line that lets a call with these arguments be, to be pasted into the test. */
  String stubLine(String mock, List<? extends @Nullable Object> arguments);

  /** What the function returns when nothing else was said: zero, nothing, an empty list, ok. */
  @Nullable Object defaultResult();

  /**
   * What it throws for an error of its {@code result}.
   *
   * @throws IllegalArgumentException when the function has no such error
   */
  Answer<?> err(@Nullable Object payload);
}
