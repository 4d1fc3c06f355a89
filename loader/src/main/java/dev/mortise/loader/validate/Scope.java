package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.validate.core.CoreTypeDef;
import dev.mortise.loader.validate.rule.IndexSpace;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component, component type or instance type while its definitions are checked: one index space
 * per sort, the imports and exports so far, the resource types that it introduces.
 */
final class Scope {
  /** What a scope is of. */
  enum Kind {
    COMPONENT,
    COMPONENT_TYPE,
    INSTANCE_TYPE
  }

  /** A value, which is to be used exactly once. */
  static final class ValueItem {
    final dev.mortise.runtime.type.ValType type;
    boolean used;

    ValueItem(dev.mortise.runtime.type.ValType type, boolean used) {
      this.type = type;
      this.used = used;
    }
  }

  final Kind kind;
  final @Nullable Scope parent;
  final Validation validation;
  final ExternSpace imports;
  final ExternSpace exports;
  final NamedTypes named;

  final IndexSpace<CoreFuncType> coreFuncs = new IndexSpace<>("core function", Limits.FUNCTIONS);
  final IndexSpace<CoreExternType.Table> coreTables = new IndexSpace<>("table", Limits.TYPES);
  final IndexSpace<CoreExternType.Memory> coreMemories = new IndexSpace<>("memory", Limits.TYPES);
  final IndexSpace<CoreExternType.Global> coreGlobals = new IndexSpace<>("global", Limits.TYPES);
  final IndexSpace<CoreExternType.Tag> coreTags = new IndexSpace<>("tag", Limits.TYPES);
  final IndexSpace<CoreTypeDef> coreTypes = new IndexSpace<>("core type", Limits.TYPES);
  final IndexSpace<CoreModuleType> coreModules = new IndexSpace<>("module", Limits.INSTANCES);
  final IndexSpace<Map<String, CoreExternType>> coreInstances =
      new IndexSpace<>("core instance", Limits.INSTANCES);
  final IndexSpace<FuncType> funcs = new IndexSpace<>("function", Limits.FUNCTIONS);
  final IndexSpace<ValueItem> values = new IndexSpace<>("value", Limits.TYPES);
  final IndexSpace<DefType> types = new IndexSpace<>("type", Limits.TYPES);
  final IndexSpace<ComponentType> components = new IndexSpace<>("component", Limits.INSTANCES);
  final IndexSpace<InstanceType> instances = new IndexSpace<>("instance", Limits.INSTANCES);

  /** The resource types that imports introduced. */
  final Set<ResourceType> importedResources = new LinkedHashSet<>();

  /**
   * The resource types that definitions, instantiations or exports introduced, with the core type
   * of the representation where it is known here.
   */
  final Map<ResourceType, CoreValType.@Nullable Num> definedResources = new LinkedHashMap<>();

  /** The core type of the context slots, which all built-ins of a component share. */
  @Nullable CoreValType contextType;

  private final @Nullable String label;

  Scope(Kind kind, @Nullable Scope parent, Validation validation, @Nullable String label) {
    this.kind = kind;
    this.parent = parent;
    this.validation = validation;
    this.label = label;
    this.named = new NamedTypes();
    this.imports = new ExternSpace("import", validation);
    this.exports = new ExternSpace("export", validation);
  }

  /** The scope a number of steps outward. */
  Scope outward(long count) {
    Scope scope = this;
    for (long i = 0; i < count; i++) {
      Scope next = scope.parent;
      if (next == null) {
        throw Violation.because(
            Rule.OUTER_ALIAS_COUNT,
            "outer alias",
            "invalid outer alias count of " + count + ": only " + i + " scopes enclose this one");
      }
      scope = next;
    }
    return scope;
  }

  /** The way to this scope, outside in. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.label != null) {
        path.add(0, scope.label);
      }
    }
    return path;
  }
}
