package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.model.CoreInstanceExpr;
import dev.mortise.loader.model.InstanceExpr;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.model.SortIndex;
import dev.mortise.loader.validate.core.CoreSubtyping;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.Substitution;
import dev.mortise.loader.validate.theory.TypeInfos;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances and core instances (Binary.md, "Instance Definitions"). */
final class InstanceRules {
  private final Scope scope;
  private final ExternRules externs;

  InstanceRules(Scope scope) {
    this.scope = scope;
    this.externs = new ExternRules(scope);
  }

  /** The exports of a core instance. */
  Map<String, CoreExternType> core(CoreInstanceExpr expr) {
    return switch (expr) {
      case CoreInstanceExpr.Instantiate instantiate -> instantiate(instantiate);
      case CoreInstanceExpr.Inline inline -> inline(inline);
    };
  }

  private Map<String, CoreExternType> instantiate(CoreInstanceExpr.Instantiate expr) {
    CoreModuleType module = scope.coreModules.get(expr.module().value());
    Map<String, Map<String, CoreExternType>> arguments = new HashMap<>();
    for (CoreInstanceExpr.Argument argument : expr.arguments()) {
      Map<String, CoreExternType> exports = scope.coreInstances.get(argument.instance().value());
      if (arguments.putIfAbsent(argument.name(), exports) != null) {
        throw Violation.because(
                Rule.DUPLICATE_ARGUMENT,
                "core instance",
                "duplicate module instantiation argument named `" + argument.name() + "`")
            .at(argument.offset());
      }
    }
    for (CoreModuleType.Import item : module.imports()) {
      Map<String, CoreExternType> exports = arguments.get(item.module());
      if (exports == null) {
        throw Violation.because(
            Rule.MISSING_ARGUMENT,
            "core instance",
            "missing module instantiation argument named `" + item.module() + "`");
      }
      CoreExternType found = exports.get(item.name());
      if (found == null) {
        throw Violation.because(
            Rule.MISSING_ARGUMENT,
            "core instance",
            "module instantiation argument `"
                + item.module()
                + "` does not export an item named `"
                + item.name()
                + "`");
      }
      try {
        CoreSubtyping.check(found, item.type());
      } catch (Violation e) {
        throw e.within("import \"" + item.name() + "\"")
            .within("argument \"" + item.module() + "\"")
            .in("core instance");
      }
    }
    return module.exports();
  }

  private Map<String, CoreExternType> inline(CoreInstanceExpr.Inline expr) {
    Map<String, CoreExternType> exports = new LinkedHashMap<>();
    for (CoreInstanceExpr.Export export : expr.exports()) {
      try {
        CoreExternType type = coreItem(export.item());
        if (exports.putIfAbsent(export.name(), type) != null) {
          throw Violation.because(
              Rule.NAME_CONFLICT,
              "core instance",
              "duplicate instantiation export name `" + export.name() + "` already defined");
        }
      } catch (Violation e) {
        throw e.at(export.offset());
      }
    }
    return exports;
  }

  private CoreExternType coreItem(SortIndex item) {
    return switch (item.sort()) {
      case CORE_FUNC -> new CoreExternType.Func(scope.coreFuncs.get(item.index()));
      case CORE_TABLE -> scope.coreTables.get(item.index());
      case CORE_MEMORY -> scope.coreMemories.get(item.index());
      case CORE_GLOBAL -> scope.coreGlobals.get(item.index());
      case CORE_TAG -> {
        scope.validation.require(
            Feature.EXCEPTIONS, "core instance", "exceptions proposal not enabled");
        yield scope.coreTags.get(item.index());
      }
      default -> throw new AssertionError(item.sort());
    };
  }

  /** The type of a component instance. */
  InstanceType component(InstanceExpr expr) {
    return switch (expr) {
      case InstanceExpr.Inline inline -> externs.inline(inline.exports());
      case InstanceExpr.Instantiate instantiate -> instantiate(instantiate);
    };
  }

  private InstanceType instantiate(InstanceExpr.Instantiate expr) {
    ComponentType component = scope.components.get(expr.component().value());
    Map<String, ExternType> arguments = new LinkedHashMap<>();
    for (InstanceExpr.Argument argument : expr.arguments()) {
      try {
        ExternType type = externs.itemAt(argument.item());
        if (argument.item().sort() == Sort.VALUE) {
          externs.use(argument.item().index());
        }
        if (arguments.putIfAbsent(argument.name(), type) != null) {
          throw Violation.because(
              Rule.DUPLICATE_ARGUMENT,
              "instance",
              "instantiation argument `"
                  + argument.name()
                  + "` conflicts with previous argument `"
                  + argument.name()
                  + "`");
        }
      } catch (Violation e) {
        throw e.at(argument.offset());
      }
    }
    Substitution supplied;
    try {
      supplied =
          scope.validation.subtyping.satisfy(
              arguments, component.imports(), component.importedResources(), "import");
    } catch (Violation e) {
      throw e.in("instance");
    }
    scope.validation.infos.visit(component.exports().size());
    // Each instantiation makes fresh resource types, which are the enclosing component's own.
    for (ResourceType resource : component.freshResources()) {
      ResourceType fresh = resource.fresh();
      supplied.replace(resource, fresh);
      scope.definedResources.put(fresh, null);
    }
    Map<String, ExternType> exports = new LinkedHashMap<>();
    long size = 1;
    for (Map.Entry<String, ExternType> export : component.exports().entrySet()) {
      ExternType type = supplied.extern(export.getValue());
      size += scope.validation.infos.of(type).size();
      TypeInfos.checkSize(size);
      exports.put(export.getKey(), type);
    }
    return new InstanceType(exports, List.of());
  }
}
