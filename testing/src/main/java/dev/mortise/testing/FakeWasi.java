package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field or parameter of type {@link dev.mortise.testing.wasi.Wasi}: a virtual WASI that supplies
 * what the component imports of {@code wasi:…} and the test has nothing else for. A test has one,
 * whatever number of fields and parameters it has for it.
 *
 * {@snippet :
 * @FakeWasi(clock = "2026-01-01T00:00:00Z", args = {"hello", "a b"}, env = "WHO=Ann")
 * Wasi wasi;
 * }
 *
 * <p>A field that is set already keeps its object, and what it says goes before the annotation.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface FakeWasi {
  /** What the wall clock shows when the test begins. */
  String clock() default "2026-01-01T00:00:00Z";

  /** The seed of all random numbers. */
  long seed() default 0;

  /** The environment: each {@code NAME=value}. */
  String[] env() default {};

  /** The arguments, the program's name first. */
  String[] args() default {};

  /** What is in standard input, in UTF-8. */
  String stdin() default "";
}
