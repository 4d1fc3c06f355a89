package dev.mortise.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of everything that Mortise throws on purpose. Any other exception that leaves it is a
 * bug.
 *
 * <p>Each phase has its own subclass; {@link #diagnostics()} holds what was found, as data.
 */
public abstract sealed class MortiseException extends RuntimeException
    permits MalformedComponentException,
        InvalidComponentException,
        UnsupportedComponentException,
        WitException,
        LinkException,
        ComponentFindException,
        ComponentResolutionException,
        ComponentLayerException,
        TrapException,
        ValueException,
        CallException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  MortiseException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
    super(render(diagnostics), cause);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All findings, the first one first; never empty. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The first finding. */
  public Diagnostic diagnostic() {
    return diagnostics.get(0);
  }

  /** The stable code of the first finding, such as {@code index-out-of-bounds}. */
  public String code() {
    return diagnostic().code();
  }

  private static String render(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("an exception needs at least one diagnostic");
    }
    if (diagnostics.size() == 1) {
      return diagnostics.get(0).message();
    }
    StringBuilder text = new StringBuilder().append(diagnostics.size()).append(" errors:");
    for (Diagnostic diagnostic : diagnostics) {
      text.append("\n  ").append(diagnostic.message().replace("\n", "\n  "));
    }
    return text.toString();
  }
}
