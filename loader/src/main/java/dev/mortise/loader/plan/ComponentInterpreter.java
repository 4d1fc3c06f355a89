package dev.mortise.loader.plan;

import dev.mortise.loader.model.Alias;
import dev.mortise.loader.model.CoreInstanceExpr;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.InstanceExpr;
import dev.mortise.loader.model.SortIndex;
import dev.mortise.loader.model.TypeExpr;
import dev.mortise.loader.validate.Resolved;
import dev.mortise.loader.validate.ValidatedComponent;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.plan.ComponentItem;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interprets the definitions of one component, which is being instantiated, in order. */
final class ComponentInterpreter {
  private final LinkPlanner planner;

  ComponentInterpreter(LinkPlanner planner) {
    this.planner = planner;
  }

  /**
   * Instantiates a component.
   *
   * @param arguments what is supplied for its imports
   * @param parent the instance that this one is part of, or -1
   * @param name its index in its parent, for messages; empty for the root
   */
  PlanScope run(ComponentClosure closure, Map<String, Item> arguments, int parent, String name) {
    planner.enter();
    Map<ResourceType, Integer> view = new HashMap<>();
    int instance = planner.newInstance(parent, name, view);
    PlanScope scope = new PlanScope(instance, closure.unit(), closure.environment(), view);
    ValidatedComponent component = closure.component();
    List<Definition> definitions = component.decoded().definitions();
    CanonInterpreter canons = new CanonInterpreter(planner, scope);
    for (int i = 0; i < definitions.size(); i++) {
      Definition definition = definitions.get(i);
      Resolved resolved = component.resolved().get(i);
      switch (definition) {
        case Definition.CoreModule module ->
            scope.coreModules.add(
                new FileModule(
                    scope.unit, module.module(), ((Resolved.CoreModule) resolved).type()));
        case Definition.CoreInstance core -> scope.coreInstances.add(coreInstance(core, scope));
        case Definition.CoreType type -> {}
        case Definition.Component nested ->
            scope.components.add(
                new ComponentClosure(
                    scope.unit, ((Resolved.Component) resolved).component(), scope));
        case Definition.Instance nested -> {
          Item.Instance item = instance(nested.expr(), scope);
          bind(((Resolved.Instance) resolved).type(), item, scope);
          scope.instances.add(item);
        }
        case Definition.AliasDef alias -> alias(alias.alias(), resolved, scope);
        case Definition.Type type -> type(type, (Resolved.Type) resolved, scope);
        case Definition.CanonDef canon -> canons.define(canon, resolved);
        case Definition.Start start ->
            throw LinkPlanner.unsupported("start functions", start.offset());
        case Definition.Value value -> throw LinkPlanner.unsupported("values", value.offset());
        case Definition.Import item -> {
          Item argument = arguments.get(item.name().name());
          if (argument == null) {
            throw new AssertionError("validated before: " + item.name().name());
          }
          introduce(((Resolved.Item) resolved).type(), argument, scope);
        }
        case Definition.Export item -> {
          Item exported = itemAt(item.item(), scope);
          if (exported instanceof Item.Type type && type.resource() != null) {
            planner.nameResource(type.resource(), item.name().name());
          }
          introduce(((Resolved.Item) resolved).type(), exported, scope);
          scope.exports.put(item.name().name(), exported);
        }
      }
    }
    planner.leave();
    return scope;
  }

  /** Gives an imported, exported or aliased item its index. */
  private static void introduce(ExternType type, Item item, PlanScope scope) {
    bind(type, item, scope);
    switch (item) {
      case Item.Func func -> scope.funcs.add(func);
      case Item.Instance instance -> scope.instances.add(instance);
      case ModuleItem module -> scope.coreModules.add(module);
      // There are no others: planning makes them all.
      case ComponentItem component -> scope.components.add((ComponentClosure) component);
      case Item.Type named -> scope.types.add(((ExternType.Type) type).type());
    }
  }

  /** Learns which resources the resource types of a type are, from the item that has the type. */
  private static void bind(ExternType type, Item item, PlanScope scope) {
    if (type instanceof ExternType.Type named
        && named.type() instanceof ResourceType resource
        && item instanceof Item.Type found) {
      Integer number = found.resource();
      if (number != null) {
        scope.resources.putIfAbsent(resource.root(), number);
      }
    } else if (type instanceof InstanceType instance && item instanceof Item.Instance found) {
      instance
          .exports()
          .forEach(
              (name, export) -> {
                Item exported = found.exports().get(name);
                if (exported != null) {
                  bind(export, exported, scope);
                }
              });
    }
  }

  private Map<String, CoreItem> coreInstance(Definition.CoreInstance definition, PlanScope scope) {
    return switch (definition.expr()) {
      case CoreInstanceExpr.Inline inline -> {
        Map<String, CoreItem> exports = new LinkedHashMap<>();
        inline.exports().forEach(e -> exports.put(e.name(), coreItem(e.item(), scope)));
        yield exports;
      }
      case CoreInstanceExpr.Instantiate instantiate -> {
        ModuleItem module = scope.coreModules.get((int) instantiate.module().value());
        Map<String, Map<String, CoreItem>> arguments = new HashMap<>();
        instantiate
            .arguments()
            .forEach(
                a -> arguments.put(a.name(), scope.coreInstances.get((int) a.instance().value())));
        List<CoreItem> imports = new ArrayList<>();
        for (CoreModuleType.Import item : module.type().imports()) {
          CoreItem argument = arguments.getOrDefault(item.module(), Map.of()).get(item.name());
          if (argument == null) {
            throw new AssertionError("validated before: " + item.module() + " " + item.name());
          }
          imports.add(argument);
        }
        int coreInstance = planner.newCoreInstance();
        planner.add(new Step.InstantiateModule(coreInstance, module, imports, scope.instance));
        Map<String, CoreItem> exports = new LinkedHashMap<>();
        module
            .type()
            .exports()
            .keySet()
            .forEach(name -> exports.put(name, new CoreItem.Export(coreInstance, name)));
        yield exports;
      }
    };
  }

  private static CoreItem coreItem(SortIndex item, PlanScope scope) {
    int index = (int) item.index();
    return switch (item.sort()) {
      case CORE_FUNC -> scope.coreFuncs.get(index);
      case CORE_TABLE -> scope.coreTables.get(index);
      case CORE_MEMORY -> scope.coreMemories.get(index);
      case CORE_GLOBAL -> scope.coreGlobals.get(index);
      case CORE_TAG -> scope.coreTags.get(index);
      default -> throw new AssertionError(item.sort());
    };
  }

  private Item.Instance instance(InstanceExpr expr, PlanScope scope) {
    return switch (expr) {
      case InstanceExpr.Inline inline -> {
        Map<String, Item> exports = new LinkedHashMap<>();
        inline.exports().forEach(e -> exports.put(e.name().name(), itemAt(e.item(), scope)));
        yield new Item.Instance(exports);
      }
      case InstanceExpr.Instantiate instantiate -> {
        ComponentClosure closure = scope.components.get((int) instantiate.component().value());
        Map<String, Item> arguments = new LinkedHashMap<>();
        instantiate.arguments().forEach(a -> arguments.put(a.name(), itemAt(a.item(), scope)));
        String inner = "instance " + scope.instances.size();
        yield new Item.Instance(run(closure, arguments, scope.instance, inner).exports);
      }
    };
  }

  private static Item itemAt(SortIndex item, PlanScope scope) {
    int index = (int) item.index();
    return switch (item.sort()) {
      case CORE_MODULE -> scope.coreModules.get(index);
      case FUNC -> scope.funcs.get(index);
      case TYPE -> scope.typeItem(scope.types.get(index));
      case COMPONENT -> scope.components.get(index);
      case INSTANCE -> scope.instances.get(index);
      case VALUE -> throw LinkPlanner.unsupported("values", -1);
      default -> throw new AssertionError(item.sort());
    };
  }

  private static void alias(Alias alias, Resolved resolved, PlanScope scope) {
    switch (alias) {
      case Alias.Export export -> {
        Item.Instance instance = scope.instances.get((int) export.instance().value());
        Item item = instance.exports().get(export.name());
        if (item == null) {
          throw new AssertionError("validated before: " + export.name());
        }
        introduce(((Resolved.Item) resolved).type(), item, scope);
      }
      case Alias.CoreExport export -> {
        CoreItem item = scope.coreInstances.get((int) export.instance().value()).get(export.name());
        if (item == null) {
          throw new AssertionError("validated before: " + export.name());
        }
        coreSpace(export, scope).add(item);
      }
      case Alias.Outer outer -> {
        PlanScope from = scope.outward(outer.count());
        int index = (int) outer.index();
        switch (outer.sort()) {
          case CORE_MODULE -> scope.coreModules.add(from.coreModules.get(index));
          case COMPONENT -> scope.components.add(from.components.get(index));
          case TYPE -> scope.types.add(((Resolved.Type) resolved).type());
          case CORE_TYPE -> {}
          default -> throw new AssertionError(outer.sort());
        }
      }
    }
  }

  private static List<CoreItem> coreSpace(Alias.CoreExport export, PlanScope scope) {
    return switch (export.sort()) {
      case CORE_FUNC -> scope.coreFuncs;
      case CORE_TABLE -> scope.coreTables;
      case CORE_MEMORY -> scope.coreMemories;
      case CORE_GLOBAL -> scope.coreGlobals;
      case CORE_TAG -> scope.coreTags;
      default -> throw new AssertionError(export.sort());
    };
  }

  private void type(Definition.Type definition, Resolved.Type resolved, PlanScope scope) {
    if (definition.expr() instanceof TypeExpr.Resource resource
        && resolved.type() instanceof ResourceType type) {
      int number = planner.newResource();
      Index.@Nullable CoreFunc destructor = resource.destructor();
      CoreItem drop = destructor == null ? null : scope.coreFuncs.get((int) destructor.value());
      planner.add(
          new Step.DefineResource(
              number, scope.instance, (CoreValType.Num) resource.rep(), drop, type.name()));
      scope.resources.put(type, number);
    }
    scope.types.add(resolved.type());
  }
}
