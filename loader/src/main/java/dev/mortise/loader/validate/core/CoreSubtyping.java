package dev.mortise.loader.validate.core;

import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreValType;
import java.util.HashMap;
import java.util.Map;

/** Matching of core types (core spec, "Import Matching"), and of module types made of them. */
public final class CoreSubtyping {
  private CoreSubtyping() {}

  /** A module may import less and export more than is asked. */
  public static void module(CoreModuleType actual, CoreModuleType expected) {
    Map<String, Map<String, CoreExternType>> supplied = new HashMap<>();
    for (CoreModuleType.Import item : expected.imports()) {
      supplied.computeIfAbsent(item.module(), m -> new HashMap<>()).put(item.name(), item.type());
    }
    for (CoreModuleType.Import item : actual.imports()) {
      CoreExternType type = supplied.getOrDefault(item.module(), Map.of()).get(item.name());
      String name = item.module() + "::" + item.name();
      if (type == null) {
        throw Violation.expected(Rule.TYPE_MISMATCH, "", "no import `" + name + "`", "one")
            .why("missing expected import `" + name + "`");
      }
      try {
        check(type, item.type());
      } catch (Violation e) {
        throw e.within("import \"" + name + "\"");
      }
    }
    for (Map.Entry<String, CoreExternType> entry : expected.exports().entrySet()) {
      CoreExternType found = actual.exports().get(entry.getKey());
      if (found == null) {
        throw Violation.missingExport(entry.getKey());
      }
      try {
        check(found, entry.getValue());
      } catch (Violation e) {
        throw e.within("export \"" + entry.getKey() + "\"");
      }
    }
  }

  /** Checks that {@code actual} can be given where {@code expected} is imported. */
  public static void check(CoreExternType actual, CoreExternType expected) {
    switch (expected) {
      case CoreExternType.Func func when actual instanceof CoreExternType.Func found ->
          func(found.type(), func.type());
      case CoreExternType.Tag tag when actual instanceof CoreExternType.Tag found -> {
        if (!found.type().equals(tag.type())) {
          throw mismatch(tag.toString(), found.toString());
        }
      }
      case CoreExternType.Global global when actual instanceof CoreExternType.Global found ->
          global(found, global);
      case CoreExternType.Table table when actual instanceof CoreExternType.Table found ->
          table(found, table);
      case CoreExternType.Memory memory when actual instanceof CoreExternType.Memory found ->
          memory(found, memory);
      default -> throw mismatch(expected.kind(), actual.kind());
    }
  }

  private static void func(CoreFuncType actual, CoreFuncType expected) {
    if (!actual.matches(expected)) {
      throw mismatch(expected.toString(), actual.toString());
    }
  }

  private static void global(CoreExternType.Global actual, CoreExternType.Global expected) {
    if (actual.mutable() != expected.mutable()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("global types differ in mutability");
    }
    CoreValType found = actual.type();
    boolean matches =
        expected.mutable() ? found.equals(expected.type()) : found.matches(expected.type());
    if (!matches) {
      throw mismatch("global type " + expected.type(), found.toString());
    }
  }

  private static void table(CoreExternType.Table actual, CoreExternType.Table expected) {
    if (!actual.element().equals(expected.element())) {
      throw mismatch("table element type " + expected.element(), actual.element().toString());
    }
    if (actual.shared() != expected.shared()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("mismatch in the shared flag for tables");
    }
    if (actual.is64() != expected.is64()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("mismatch in index type used for tables");
    }
    limits(actual.limits(), expected.limits(), "table");
  }

  /** Checks a memory against another; also used for the {@code memory} option. */
  static void memory(CoreExternType.Memory actual, CoreExternType.Memory expected) {
    if (actual.shared() != expected.shared()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("mismatch in the shared flag for memories");
    }
    if (actual.is64() != expected.is64()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("mismatch in index type used for memories");
    }
    if (actual.pageSizeLog2() != expected.pageSizeLog2()) {
      throw mismatch(expected.toString(), actual.toString())
          .why("mismatch in page size for memories");
    }
    limits(actual.limits(), expected.limits(), "memory");
  }

  private static void limits(
      CoreExternType.Limits actual, CoreExternType.Limits expected, String kind) {
    Long most = expected.maximum();
    Long found = actual.maximum();
    boolean enough = Long.compareUnsigned(actual.minimum(), expected.minimum()) >= 0;
    boolean bounded = most == null || (found != null && Long.compareUnsigned(found, most) <= 0);
    if (!enough || !bounded) {
      throw mismatch("limits " + expected, actual.toString())
          .why("mismatch in " + kind + " limits");
    }
  }

  private static Violation mismatch(String expected, String found) {
    return Violation.expected(Rule.TYPE_MISMATCH, "", expected, found);
  }
}
