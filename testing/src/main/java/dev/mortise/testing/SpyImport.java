package dev.mortise.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of a test whose object supplies an import, and is made a spy: it answers what nobody has
 * stubbed, and its calls can be verified and recorded.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SpyImport {
  /** A file to record the calls in when the test has ended, for {@link ReplayImport}; or empty. */
  String record() default "";
}
