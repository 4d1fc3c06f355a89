package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field or parameter of a test that gets a mock which answers as a recording says, made by {@link
 * SpyImport#record}. The component has to make the same calls in the same order.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReplayImport {
  /** The file. */
  String value();
}
