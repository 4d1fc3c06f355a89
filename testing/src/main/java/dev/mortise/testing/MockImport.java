package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field or parameter of a test that gets a mock of an import: of the interface that was generated
 * for it, or an {@link ImportMock} of the one that is named.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MockImport {
  /** The import's name in WIT, of an {@link ImportMock}. */
  String value() default "";
}
