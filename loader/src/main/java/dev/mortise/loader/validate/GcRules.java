package dev.mortise.loader.validate;

import dev.mortise.loader.core.CoreFuncType;
import dev.mortise.loader.type.FuncType;

/** The gated Canonical ABI over garbage-collected core types. */
@SuppressWarnings("DoNotCallSuggester") // what refuses today will check
final class GcRules {
  private GcRules() {}

  static void lift(FuncType type, CoreFuncType callee, CanonOptions options, Scope scope) {
    throw notSupported("canon lift");
  }

  static CoreFuncType lower(FuncType type, CanonOptions options, Scope scope) {
    throw notSupported("canon lower");
  }

  private static Violation notSupported(String where) {
    return Violation.because(
        Rule.FEATURE_REQUIRED, where, "not supported yet: the canonical option `gc`");
  }
}
