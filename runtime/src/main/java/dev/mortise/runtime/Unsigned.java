package dev.mortise.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number, or an array of numbers, whose bits are those of WIT's unsigned type of the same width:
 * what Java shows as negative is large. {@link Long#toUnsignedString(long)} and its like read it.
 * On a method, it speaks of the result.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface Unsigned {}
