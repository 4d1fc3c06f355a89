package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.core.CoreTypeInterner;
import dev.mortise.loader.validate.rule.FeatureGate;
import dev.mortise.loader.validate.theory.Subtyping;
import dev.mortise.loader.validate.theory.TypeInfos;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import java.util.ArrayList;
import java.util.List;

/** What all scopes of one validation share. */
final class Validation {
  /** How many independent findings are collected before validation gives up. */
  static final int MAX_FINDINGS = 20;

  final Features features;
  final TypeInfos infos = new TypeInfos();
  final Subtyping subtyping = new Subtyping(infos);
  final CoreTypeInterner coreTypes = new CoreTypeInterner();
  private final TypeLayouts layouts32 = new TypeLayouts(AddressWidth.BITS_32);
  private final TypeLayouts layouts64 = new TypeLayouts(AddressWidth.BITS_64);
  private final List<Diagnostic> findings = new ArrayList<>();

  Validation(Features features) {
    this.features = features;
  }

  /** The layouts of types for a memory. */
  TypeLayouts layouts(AddressWidth width) {
    return width == AddressWidth.BITS_32 ? layouts32 : layouts64;
  }

  /** Checks that a feature is on. */
  void require(Feature feature, String where, String why) {
    FeatureGate.require(features, feature, where, why);
  }

  /** Takes a finding; gives up when there are enough. */
  void report(Diagnostic finding) {
    findings.add(finding);
    if (findings.size() >= MAX_FINDINGS) {
      throw new InvalidComponentException(findings);
    }
  }

  /** Throws when anything was found. */
  void finish() {
    if (!findings.isEmpty()) {
      throw new InvalidComponentException(findings);
    }
  }
}
