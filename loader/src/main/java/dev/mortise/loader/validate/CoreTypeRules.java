package dev.mortise.loader.validate;

import dev.mortise.loader.model.CoreTypeExpr;
import dev.mortise.loader.validate.core.CoreFeatureRules;
import dev.mortise.loader.validate.core.CoreModuleRules;
import dev.mortise.loader.validate.core.CoreTypeDef;

/** Core type definitions (Binary.md, {@code core:type}). */
final class CoreTypeRules {
  private CoreTypeRules() {}

  /** Adds what a definition makes to the scope's core types. */
  static void define(CoreTypeExpr expr, Scope scope) {
    Validation validation = scope.validation;
    switch (expr) {
      case CoreTypeExpr.Module module ->
          scope.coreTypes.add(
              new CoreTypeDef.Module(
                  new CoreModuleRules(validation.features, validation.coreTypes)
                      .declare(module, count -> scope.outward(count).coreTypes)));
      case CoreTypeExpr.Rec rec -> {
        CoreFeatureRules.group(rec.group(), scope.coreTypes.size(), validation.features);
        validation.coreTypes.intern(rec.group(), scope.coreTypes).forEach(scope.coreTypes::add);
      }
    }
  }
}
