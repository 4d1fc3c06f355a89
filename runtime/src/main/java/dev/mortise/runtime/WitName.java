package dev.mortise.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name in WIT of what was generated for it; of an interface with its package and version, such
 * as {@code docs:text/ops@0.2.1}. What has no such annotation has the same name in both languages.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface WitName {
  /** The name, as the component spells it. */
  String value();
}
