package dev.mortise.loader.validate;

import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.CoreTypeExpr;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.core.CoreModuleRules;
import dev.mortise.loader.validate.rule.IndexSpace;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Unknown;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the definitions of one component in order. A definition that breaks a rule is reported,
 * its index is taken by an unknown item, and what refers to that is passed over: so the findings of
 * one run are independent of each other.
 */
final class ComponentPass {
  private final DecodedComponent component;
  private final Scope scope;
  private final Validation validation;
  private final ExternRules externs;
  private final InstanceRules instances;
  private final AliasRules aliases;
  private final TypeRules types;
  private final CanonRules canons;
  private boolean complete = true;

  ComponentPass(DecodedComponent component, Scope scope) {
    this.component = component;
    this.scope = scope;
    this.validation = scope.validation;
    this.externs = new ExternRules(scope);
    this.instances = new InstanceRules(scope);
    this.aliases = new AliasRules(scope);
    this.types = new TypeRules(scope);
    this.canons = new CanonRules(scope);
  }

  /** The component with all that was found out; null when anything is wrong with it. */
  @Nullable ValidatedComponent run() {
    List<Resolved> resolved = new ArrayList<>();
    for (Definition definition : component.definitions()) {
      IndexSpace<?> space = space(definition);
      int next = space.size();
      try {
        resolved.add(define(definition));
      } catch (Violation e) {
        complete = false;
        validation.report(
            e.at(definition.offset()).in(definition.label()).diagnostic(scope.path()));
        addUnknown(space, next + count(definition));
      } catch (Unknown e) {
        complete = false;
        addUnknown(space, next + count(definition));
      }
    }
    if (!complete) {
      return null;
    }
    try {
      Closing.checkValues(scope);
      return new ValidatedComponent(component, Closing.componentType(scope), resolved);
    } catch (Violation e) {
      validation.report(e.at(component.end()).diagnostic(scope.path()));
      return null;
    }
  }

  private Resolved define(Definition definition) {
    return switch (definition) {
      case Definition.CoreModule module -> {
        CoreModuleType type =
            new CoreModuleRules(validation.features, validation.coreTypes).define(module.module());
        scope.coreModules.add(type);
        yield new Resolved.CoreModule(type);
      }
      case Definition.CoreInstance instance -> {
        Map<String, CoreExternType> exports = instances.core(instance.expr());
        scope.coreInstances.add(exports);
        yield new Resolved.CoreInstance(exports);
      }
      case Definition.CoreType type -> {
        CoreTypeRules.define(type.expr(), scope);
        yield new Resolved.CoreType();
      }
      case Definition.Component nested -> {
        String label = "component " + scope.components.size();
        Scope inner = new Scope(Scope.Kind.COMPONENT, scope, validation, label);
        ValidatedComponent validated = new ComponentPass(nested.component(), inner).run();
        if (validated == null) {
          throw new Unknown();
        }
        scope.components.add(validated.type());
        yield new Resolved.Component(validated);
      }
      case Definition.Instance instance -> {
        InstanceType type = instances.component(instance.expr());
        scope.instances.add(type);
        yield new Resolved.Instance(type);
      }
      case Definition.AliasDef alias -> aliases.define(alias.alias());
      case Definition.Type type -> {
        DefType defined = types.define(type.expr());
        scope.types.add(defined);
        yield new Resolved.Type(defined);
      }
      case Definition.CanonDef canon -> canons.define(canon.canon());
      case Definition.Start start -> start(start);
      case Definition.Import item ->
          new Resolved.Item(externs.importItem(item.name(), item.type()));
      case Definition.Export item ->
          new Resolved.Item(externs.exportItem(item.name(), item.item(), item.type()));
      case Definition.Value value -> {
        externs.requireValues();
        ValType type = types.value(value.type());
        scope.values.add(new Scope.ValueItem(type, false));
        yield new Resolved.Item(new ExternType.Value(type));
      }
    };
  }

  private Resolved start(Definition.Start start) {
    externs.requireValues();
    FuncType func = scope.funcs.get(start.func().value());
    if (func.params().size() != start.arguments().size()) {
      throw Violation.because(
          Rule.START_SIGNATURE,
          "start",
          "component start function requires "
              + func.params().size()
              + " arguments but was given "
              + start.arguments().size());
    }
    if (func.resultTypes().size() != start.results()) {
      throw Violation.because(
          Rule.START_SIGNATURE,
          "start",
          "component start function has a result count of "
              + start.results()
              + " but the function type has a result count of "
              + func.resultTypes().size());
    }
    for (int i = 0; i < start.arguments().size(); i++) {
      long index = start.arguments().get(i).value();
      externs.use(index);
      try {
        validation.subtyping.check(
            new ExternType.Value(scope.values.get(index).type),
            new ExternType.Value(func.params().get(i).type()));
      } catch (Violation e) {
        throw e.within("value type mismatch for component start function argument " + i)
            .in("start");
      }
    }
    func.resultTypes().forEach(type -> scope.values.add(new Scope.ValueItem(type, false)));
    return new Resolved.Start(func);
  }

  /** Takes the indices that a definition would have got, but for those that it got. */
  private static void addUnknown(IndexSpace<?> space, long size) {
    while (space.size() < size) {
      space.addUnknown();
    }
  }

  private static long count(Definition definition) {
    return switch (definition) {
      case Definition.CoreType type ->
          type.expr() instanceof CoreTypeExpr.Rec rec ? rec.group().types().size() : 1;
      case Definition.Start start -> start.results();
      default -> 1;
    };
  }

  private IndexSpace<?> space(Definition definition) {
    return switch (definition) {
      case Definition.CoreModule module -> scope.coreModules;
      case Definition.CoreInstance instance -> scope.coreInstances;
      case Definition.CoreType type -> scope.coreTypes;
      case Definition.Component nested -> scope.components;
      case Definition.Instance instance -> scope.instances;
      case Definition.AliasDef alias -> space(alias.alias().sort());
      case Definition.Type type -> scope.types;
      case Definition.CanonDef canon ->
          canon.canon() instanceof Canon.Lift ? scope.funcs : scope.coreFuncs;
      case Definition.Start start -> scope.values;
      case Definition.Import item -> space(item.type().sort());
      case Definition.Export item -> space(item.item().sort());
      case Definition.Value value -> scope.values;
    };
  }

  private IndexSpace<?> space(Sort sort) {
    return switch (sort) {
      case CORE_FUNC -> scope.coreFuncs;
      case CORE_TABLE -> scope.coreTables;
      case CORE_MEMORY -> scope.coreMemories;
      case CORE_GLOBAL -> scope.coreGlobals;
      case CORE_TAG -> scope.coreTags;
      case CORE_TYPE -> scope.coreTypes;
      case CORE_MODULE -> scope.coreModules;
      case CORE_INSTANCE -> scope.coreInstances;
      case FUNC -> scope.funcs;
      case VALUE -> scope.values;
      case TYPE -> scope.types;
      case COMPONENT -> scope.components;
      case INSTANCE -> scope.instances;
    };
  }
}
