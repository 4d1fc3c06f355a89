package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.model.Alias;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.FreeResources;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aliases (Binary.md, "Alias Definitions"). */
final class AliasRules {
  /** How many of the names that would have been right a finding shows. */
  private static final int NAMES_SHOWN = 20;

  private final Scope scope;

  AliasRules(Scope scope) {
    this.scope = scope;
  }

  /** An alias declarator of a component or instance type, where fewer sorts are allowed. */
  Resolved declare(Alias alias) {
    boolean allowed =
        switch (alias) {
          case Alias.Export export -> export.sort() == Sort.INSTANCE || export.sort() == Sort.TYPE;
          case Alias.Outer outer -> outer.sort() == Sort.TYPE || outer.sort() == Sort.CORE_TYPE;
          case Alias.CoreExport core -> false;
        };
    if (!allowed) {
      throw Violation.expected(
              Rule.ALIAS_IN_TYPE,
              "alias",
              alias instanceof Alias.Outer ? "type or core type" : "type or instance",
              alias.sort().toString())
          .why("aliases in a component or instance type may only refer to types or instances");
    }
    return define(alias);
  }

  /** Gives the aliased item an index of the scope. */
  Resolved define(Alias alias) {
    return switch (alias) {
      case Alias.Export export -> export(export);
      case Alias.CoreExport export -> coreExport(export);
      case Alias.Outer outer -> outer(outer);
    };
  }

  private Resolved export(Alias.Export alias) {
    long index = alias.instance().value();
    if (alias.sort() == Sort.VALUE) {
      new ExternRules(scope).requireValues();
    }
    InstanceType instance = scope.instances.get(index);
    ExternType type = instance.exports().get(alias.name());
    if (type == null) {
      throw Violation.expected(
              Rule.UNKNOWN_EXPORT,
              "alias export",
              oneOf(instance.exports().keySet()),
              "`" + alias.name() + "`")
          .why("instance " + index + " has no export named `" + alias.name() + "`");
    }
    boolean fits =
        switch (type) {
          case FuncType func -> alias.sort() == Sort.FUNC;
          case InstanceType nested -> alias.sort() == Sort.INSTANCE;
          case ComponentType component -> alias.sort() == Sort.COMPONENT;
          case ExternType.Module module -> alias.sort() == Sort.CORE_MODULE;
          case ExternType.Type named -> alias.sort() == Sort.TYPE;
          case ExternType.Value value -> alias.sort() == Sort.VALUE;
        };
    if (!fits) {
      throw Violation.expected(
              Rule.WRONG_SORT, "alias export", alias.sort().toString(), type.kind())
          .why(
              "export `"
                  + alias.name()
                  + "` for instance "
                  + index
                  + " is not a "
                  + word(alias.sort()));
    }
    switch (type) {
      case FuncType func -> scope.funcs.add(func);
      case InstanceType nested -> scope.instances.add(nested);
      case ComponentType component -> scope.components.add(component);
      case ExternType.Module module -> scope.coreModules.add(module.type());
      case ExternType.Type named -> scope.types.add(named.type());
      case ExternType.Value value -> scope.values.add(new Scope.ValueItem(value.type(), false));
    }
    return new Resolved.Item(type);
  }

  private static String oneOf(Set<String> names) {
    if (names.size() <= NAMES_SHOWN) {
      return names.isEmpty() ? "no name, for nothing is exported" : "one of " + names;
    }
    List<String> first = names.stream().limit(NAMES_SHOWN).toList();
    return "one of " + first + " and " + (names.size() - NAMES_SHOWN) + " more";
  }

  private static String word(Sort sort) {
    return sort == Sort.CORE_MODULE ? "module" : sort.toString().replace("core ", "");
  }

  private Resolved coreExport(Alias.CoreExport alias) {
    long index = alias.instance().value();
    if (alias.sort() == Sort.CORE_TAG) {
      scope.validation.require(Feature.EXCEPTIONS, "alias", "exceptions proposal not enabled");
    }
    Map<String, CoreExternType> exports = scope.coreInstances.get(index);
    CoreExternType type = exports.get(alias.name());
    if (type == null) {
      throw Violation.expected(
              Rule.UNKNOWN_EXPORT,
              "alias core export",
              oneOf(exports.keySet()),
              "`" + alias.name() + "`")
          .why("core instance " + index + " has no export named `" + alias.name() + "`");
    }
    switch (type) {
      case CoreExternType.Func func when alias.sort() == Sort.CORE_FUNC ->
          scope.coreFuncs.add(func.type());
      case CoreExternType.Table table when alias.sort() == Sort.CORE_TABLE ->
          scope.coreTables.add(table);
      case CoreExternType.Memory memory when alias.sort() == Sort.CORE_MEMORY ->
          scope.coreMemories.add(memory);
      case CoreExternType.Global global when alias.sort() == Sort.CORE_GLOBAL ->
          scope.coreGlobals.add(global);
      case CoreExternType.Tag tag when alias.sort() == Sort.CORE_TAG -> scope.coreTags.add(tag);
      default ->
          throw Violation.expected(
                  Rule.WRONG_SORT, "alias core export", alias.sort().toString(), type.kind())
              .why(
                  "export `"
                      + alias.name()
                      + "` for core instance "
                      + index
                      + " is not a "
                      + word(alias.sort()));
    }
    return new Resolved.CoreItem(type);
  }

  private Resolved outer(Alias.Outer alias) {
    Scope from = scope.outward(alias.count());
    switch (alias.sort()) {
      case CORE_MODULE -> {
        CoreModuleType type = from.coreModules.get(alias.index());
        scope.coreModules.add(type);
        return new Resolved.CoreModule(type);
      }
      case CORE_TYPE -> {
        scope.coreTypes.add(from.coreTypes.get(alias.index()));
        return new Resolved.CoreType();
      }
      case COMPONENT -> {
        ComponentType type = from.components.get(alias.index());
        scope.components.add(type);
        return new Resolved.OuterComponent(type);
      }
      case TYPE -> {
        DefType type = from.types.get(alias.index());
        if (crossesComponent(from) && !FreeResources.of(type, scope.validation.infos).isEmpty()) {
          throw Violation.because(
              Rule.OUTER_ALIAS_RESOURCE,
              "outer alias",
              "cannot alias outer type which transitively refers to resources not defined in the"
                  + " current component");
        }
        scope.types.add(type);
        return new Resolved.Type(type);
      }
      default -> throw new AssertionError(alias.sort());
    }
  }

  /** Whether a component, as opposed to a type, lies between this scope and an outer one. */
  private boolean crossesComponent(Scope outer) {
    for (Scope inner = scope; inner != null && inner != outer; inner = inner.parent) {
      if (inner.kind == Scope.Kind.COMPONENT) {
        return true;
      }
    }
    return false;
  }
}
