package dev.mortise.loader.plan;

import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index spaces of a component instance while its definitions are interpreted. */
final class PlanScope {
  final int instance;
  final CodeUnit unit;
  final @Nullable PlanScope outer;

  final List<CoreItem> coreFuncs = new ArrayList<>();
  final List<CoreItem> coreTables = new ArrayList<>();
  final List<CoreItem> coreMemories = new ArrayList<>();
  final List<CoreItem> coreGlobals = new ArrayList<>();
  final List<CoreItem> coreTags = new ArrayList<>();
  final List<Map<String, CoreItem>> coreInstances = new ArrayList<>();
  final List<ModuleItem> coreModules = new ArrayList<>();
  final List<Item.Func> funcs = new ArrayList<>();
  final List<DefType> types = new ArrayList<>();
  final List<ComponentClosure> components = new ArrayList<>();
  final List<Item.Instance> instances = new ArrayList<>();

  final Map<String, Item> exports = new LinkedHashMap<>();

  /** Which of the plan's resources a resource type of this component is. */
  final Map<ResourceType, Integer> resources;

  PlanScope(
      int instance,
      CodeUnit unit,
      @Nullable PlanScope outer,
      Map<ResourceType, Integer> resources) {
    this.resources = resources;
    this.instance = instance;
    this.unit = unit;
    this.outer = outer;
  }

  /** The scope a number of steps outward; the validator has checked that there is one. */
  PlanScope outward(long count) {
    PlanScope scope = this;
    for (long i = 0; i < count; i++) {
      PlanScope next = scope.outer;
      if (next == null) {
        throw new AssertionError("validated before");
      }
      scope = next;
    }
    return scope;
  }

  /** The resource that a resource type is here. */
  int resource(ResourceType type) {
    Integer resource = resources.get(type);
    if (resource == null) {
      throw new AssertionError("no resource for type " + type);
    }
    return resource;
  }

  /** The type item of a type index. */
  Item.Type typeItem(DefType type) {
    return new Item.Type(type, type instanceof ResourceType r ? resource(r) : null);
  }
}
