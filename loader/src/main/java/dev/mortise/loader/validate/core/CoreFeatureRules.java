package dev.mortise.loader.validate.core;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.CoreExternDesc;
import dev.mortise.loader.model.CoreRecGroup;
import dev.mortise.loader.model.CoreValTypeRef;
import dev.mortise.loader.validate.rule.FeatureGate;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreValType;

/** Which proposals of core WebAssembly the types of a core module need; each can be off. */
public final class CoreFeatureRules {
  private static final int USUAL_PAGE = 16;

  private CoreFeatureRules() {}

  /**
   * A group of types.
   *
   * @param base how many types there are before it
   */
  public static void group(CoreRecGroup group, int base, Features features) {
    for (CoreRecGroup.SubType type : group.types()) {
      boolean plain = type.type() instanceof CoreRecGroup.CompType.Func;
      if (!plain || !type.isFinal() || !type.supertypes().isEmpty() || group.explicit()) {
        FeatureGate.require(
            features, Feature.GC, "core type", "gc proposal must be enabled to use such a type");
      }
      if (type.shared()) {
        FeatureGate.require(
            features,
            Feature.SHARED_EVERYTHING_THREADS,
            "core type",
            "shared types require the shared-everything-threads proposal");
      }
      if (type.type() instanceof CoreRecGroup.CompType.Func func) {
        func.params().forEach(t -> type(t, base, features));
        func.results().forEach(t -> type(t, base, features));
      }
    }
  }

  /** A value type. */
  static void type(CoreValTypeRef type, int base, Features features) {
    switch (type) {
      case CoreValTypeRef.Concrete concrete -> concrete(concrete, base, features);
      case CoreValTypeRef.Plain plain -> {
        switch (plain.type()) {
          case CoreValType.Num num -> {
            if (num == CoreValType.Num.V128) {
              FeatureGate.require(
                  features, Feature.SIMD, "core type", "SIMD support is not enabled");
            }
          }
          case CoreValType.Ref ref -> reference(ref, features);
        }
      }
    }
  }

  private static void reference(CoreValType.Ref type, Features features) {
    requireReferences(features);
    if (!type.nullable()) {
      requireFunctionReferences(features);
    }
    switch (type.heap()) {
      case "func", "extern" -> {}
      case "exn", "noexn" ->
          FeatureGate.require(
              features, Feature.EXCEPTIONS, "core type", "exceptions proposal not enabled");
      default ->
          FeatureGate.require(
              features, Feature.GC, "core type", "gc proposal must be enabled to use such a type");
    }
  }

  private static void concrete(CoreValTypeRef.Concrete type, int base, Features features) {
    if (!features.has(Feature.GC) && type.typeIndex() >= base) {
      throw Violation.because(
              Rule.INDEX_OUT_OF_BOUNDS,
              "core type",
              "unknown type " + type.typeIndex() + ": type index out of bounds")
          .hint("Recursive types need the feature " + Feature.GC);
    }
    requireReferences(features);
    requireFunctionReferences(features);
  }

  private static void requireReferences(Features features) {
    FeatureGate.require(
        features, Feature.REFERENCE_TYPES, "core type", "reference types support is not enabled");
  }

  private static void requireFunctionReferences(Features features) {
    FeatureGate.require(
        features,
        Feature.FUNCTION_REFERENCES,
        "core type",
        "function references required for a reference that is not null, or to a defined type");
  }

  /** A table. */
  static void table(CoreExternDesc.Table table, int base, Features features) {
    if (!table.element().equals(new CoreValTypeRef.Plain(CoreValType.Ref.FUNC))) {
      type(table.element(), base, features);
    }
    if (table.is64()) {
      FeatureGate.require(
          features, Feature.MEMORY64, "table", "memory64 must be enabled for 64-bit tables");
    }
    if (table.shared()) {
      FeatureGate.require(
          features,
          Feature.SHARED_EVERYTHING_THREADS,
          "table",
          "shared tables require the shared-everything-threads proposal");
    }
  }

  /** A memory. */
  static void memory(CoreExternType.Memory memory, Features features) {
    if (memory.is64()) {
      FeatureGate.require(
          features, Feature.MEMORY64, "memory", "memory64 must be enabled for 64-bit memories");
    }
    if (memory.shared()) {
      FeatureGate.require(
          features, Feature.THREADS, "memory", "threads must be enabled for shared memories");
    }
    if (memory.pageSizeLog2() != USUAL_PAGE) {
      FeatureGate.require(
          features,
          Feature.CUSTOM_PAGE_SIZES,
          "memory",
          "the custom page sizes proposal must be enabled to customize a memory's page size");
    }
  }

  /** What a module imports or exports. */
  static void outside(CoreExternType type, Features features) {
    if (type instanceof CoreExternType.Global global && global.mutable()) {
      FeatureGate.require(
          features,
          Feature.MUTABLE_GLOBAL,
          "global",
          "mutable global support is not enabled: one is imported or exported");
    }
  }

  /** How many tables and memories a module has. */
  static void several(int tables, int memories, Features features) {
    if (tables > 1) {
      FeatureGate.require(
          features,
          Feature.REFERENCE_TYPES,
          "table",
          "multiple tables require the reference types proposal");
    }
    if (memories > 1) {
      FeatureGate.require(
          features,
          Feature.MULTI_MEMORY,
          "memory",
          "multi-memory not enabled: a module may have one memory");
    }
  }
}
