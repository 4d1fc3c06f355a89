package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that runs twice, in place of {@code @Test}: with the component, and with a fake of
 * it written in Java. A parameter whose type the fake implements is the component's export in the
 * one run and the fake in the other, so that whoever uses the fake elsewhere knows that it does as
 * the component does.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ContractTestProvider.class)
public @interface ContractTest {
  /** The fake: a class with a constructor without parameters. */
  Class<?> fake();
}
