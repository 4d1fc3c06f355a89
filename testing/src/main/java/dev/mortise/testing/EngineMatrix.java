package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test method that runs once for each way to run a component, in place of {@code @Test}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EngineMatrixProvider.class)
public @interface EngineMatrix {
  /** The ways. */
  Engine[] value() default {Engine.INTERPRETED, Engine.COMPILED, Engine.GENERATED};
}
