package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.validate.core.CoreModuleRules;
import dev.mortise.loader.validate.core.CoreTypeInterner;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.error.InvalidComponentException;
import java.util.List;

/** Checks that a component obeys the rules of the specification: the entry of this package. */
public final class ComponentValidator {
  private ComponentValidator() {}

  /**
   * Validates a component and all that is nested in it.
   *
   * @param features which gated rules are on
   * @throws InvalidComponentException with every finding that does not follow from another, up to a
   *     bound
   */
  public static ValidatedComponent validate(DecodedComponent component, Features features) {
    Validation validation = new Validation(features);
    Scope scope = new Scope(Scope.Kind.COMPONENT, null, validation, null);
    ValidatedComponent validated = new ComponentPass(component, scope).run();
    validation.finish();
    if (validated == null) {
      throw new AssertionError("invalid without a finding");
    }
    return validated;
  }

  /**
   * Validates a core module by itself, but for its function bodies.
   *
   * @throws InvalidComponentException with the first finding
   */
  public static CoreModuleType validateCoreModule(DecodedCoreModule module, Features features) {
    try {
      return new CoreModuleRules(features, new CoreTypeInterner()).define(module);
    } catch (Violation e) {
      throw new InvalidComponentException(
          e.at(module.offset()).in("core module").diagnostic(List.of()));
    }
  }
}
