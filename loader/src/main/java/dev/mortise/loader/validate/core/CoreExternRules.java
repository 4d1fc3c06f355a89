package dev.mortise.loader.validate.core;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.CoreExternDesc;
import dev.mortise.loader.validate.rule.FeatureGate;
import dev.mortise.loader.validate.rule.IndexSpace;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;

/** The types of core imports and exports, as modules and module types declare them. */
final class CoreExternRules {
  private static final long MAX_PAGES_32 = 1L << 16;
  private static final long MAX_PAGES_64 = 1L << 48;
  private static final long MAX_TABLE = 10_000_000;

  private CoreExternRules() {}

  /** Resolves a type and checks it. */
  static CoreExternType resolve(
      CoreExternDesc desc, IndexSpace<CoreTypeDef> types, Features features) {
    return switch (desc) {
      case CoreExternDesc.Func func ->
          new CoreExternType.Func(functionType(types, func.typeIndex()));
      case CoreExternDesc.Tag tag -> tag(tag, types, features);
      case CoreExternDesc.Table table -> table(table, types, features);
      case CoreExternDesc.Memory memory -> memory(memory.type(), features);
      case CoreExternDesc.Global global -> {
        CoreFeatureRules.type(global.type(), types.size(), features);
        yield new CoreExternType.Global(
            CoreTypeInterner.resolve(global.type(), types), global.mutable());
      }
    };
  }

  /** The function type at an index. */
  static CoreFuncType functionType(IndexSpace<CoreTypeDef> types, long index) {
    if (CoreTypeInterner.subAt(types, index) instanceof CoreTypeDef.Func func) {
      return func.type();
    }
    throw Violation.expected(
        Rule.WRONG_TYPE_KIND, "core type " + index, "a function type", "another core type");
  }

  static CoreExternType.Tag tag(
      CoreExternDesc.Tag tag, IndexSpace<CoreTypeDef> types, Features features) {
    FeatureGate.require(features, Feature.EXCEPTIONS, "tag", "exceptions proposal not enabled");
    CoreFuncType type = functionType(types, tag.typeIndex());
    if (!type.results().isEmpty()) {
      throw Violation.expected(Rule.CORE_TYPE, "tag", "no results", type.toString());
    }
    return new CoreExternType.Tag(type);
  }

  static CoreExternType.Table table(
      CoreExternDesc.Table table, IndexSpace<CoreTypeDef> types, Features features) {
    CoreFeatureRules.table(table, types.size(), features);
    checkOrder(table.limits(), "table");
    if (Long.compareUnsigned(table.limits().minimum(), MAX_TABLE) > 0) {
      throw Violation.expected(
          Rule.CORE_LIMITS,
          "table",
          "at most " + MAX_TABLE + " elements at the start",
          table.limits().toString());
    }
    CoreValType element = CoreTypeInterner.resolve(table.element(), types);
    if (!(element instanceof CoreValType.Ref ref)) {
      throw Violation.expected(Rule.CORE_TYPE, "table", "a reference type", element.toString());
    }
    return new CoreExternType.Table(ref, table.limits(), table.is64(), table.shared());
  }

  static CoreExternType.Memory memory(CoreExternType.Memory memory, Features features) {
    checkOrder(memory.limits(), "memory");
    CoreFeatureRules.memory(memory, features);
    long most =
        memory.is64()
            ? MAX_PAGES_64 << (16 - memory.pageSizeLog2())
            : MAX_PAGES_32 << (16 - memory.pageSizeLog2());
    Long maximum = memory.limits().maximum();
    if (Long.compareUnsigned(memory.limits().minimum(), most) > 0
        || (maximum != null && Long.compareUnsigned(maximum, most) > 0)) {
      throw Violation.expected(
              Rule.CORE_LIMITS, "memory", "at most " + most + " pages", memory.limits().toString())
          .why("memory size must be at most " + most + " pages");
    }
    if (memory.shared() && maximum == null) {
      throw Violation.because(
          Rule.CORE_LIMITS, "memory", "a shared memory must have a maximum size");
    }
    return memory;
  }

  private static void checkOrder(CoreExternType.Limits limits, String what) {
    Long maximum = limits.maximum();
    if (maximum != null && Long.compareUnsigned(limits.minimum(), maximum) > 0) {
      throw Violation.expected(
          Rule.CORE_LIMITS, what, "a minimum that is not above the maximum", limits.toString());
    }
  }
}
