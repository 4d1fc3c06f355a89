package dev.mortise.runtime.error;

import java.util.List;

/** The component is valid, but needs something that this version does not support yet. */
public final class UnsupportedComponentException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public UnsupportedComponentException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }
}
