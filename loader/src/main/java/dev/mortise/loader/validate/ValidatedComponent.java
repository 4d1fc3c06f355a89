package dev.mortise.loader.validate;

import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.runtime.type.ComponentType;
import java.util.List;

/**
 * A component that obeys every rule. Only the validator makes one, so that holding one is the
 * proof; what comes after does not check again.
 */
public final class ValidatedComponent {
  private final DecodedComponent decoded;
  private final ComponentType type;
  private final List<Resolved> resolved;

  ValidatedComponent(DecodedComponent decoded, ComponentType type, List<Resolved> resolved) {
    this.decoded = decoded;
    this.type = type;
    this.resolved = List.copyOf(resolved);
  }

  /** The tree as decoded. */
  public DecodedComponent decoded() {
    return decoded;
  }

  /** What it imports and exports. */
  public ComponentType type() {
    return type;
  }

  /** What is known of each of {@link DecodedComponent#definitions()}, in the same order. */
  public List<Resolved> resolved() {
    return resolved;
  }
}
