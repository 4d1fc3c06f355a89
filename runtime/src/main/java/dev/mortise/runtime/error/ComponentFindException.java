package dev.mortise.runtime.error;

import java.util.List;

/** What lies on a path of components is not what modules can be made of. */
public final class ComponentFindException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public ComponentFindException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public ComponentFindException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
