package dev.mortise.classgen.bridge;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Java object that is no value of its WIT type, with the innermost place where it stood. */
final class Misfit extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String where;
  private final @Nullable String expected;
  private final @Nullable String found;

  private Misfit(
      @Nullable String where, @Nullable String expected, @Nullable String found, Throwable cause) {
    super(cause.getMessage(), cause);
    this.where = where;
    this.expected = expected;
    this.found = found;
  }

  /** Makes a value of a type that is known by name. */
  static <T> T of(String type, @Nullable Object object, Supplier<T> value) {
    try {
      return value.get();
    } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
      throw e instanceof Misfit known ? known : new Misfit(null, type, String.valueOf(object), e);
    }
  }

  /** Makes a value of what stands at a place; a place within it is told instead. */
  static <T> T at(String where, Supplier<T> value) {
    try {
      return value.get();
    } catch (Misfit known) {
      throw known.where == null ? new Misfit(where, known.expected, known.found, known) : known;
    } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
      throw new Misfit(where, null, null, e);
    }
  }

  /**
   * The exception for the caller.
   *
   * @param outside the place when none is known
   */
  ValueException refusal(String outside) {
    Diagnostic diagnostic = Diagnostic.of("value-type", where == null ? outside : where);
    if (expected != null && found != null) {
      diagnostic = diagnostic.expecting(expected, found);
    }
    return new ValueException(diagnostic.because(String.valueOf(getMessage())));
  }
}
