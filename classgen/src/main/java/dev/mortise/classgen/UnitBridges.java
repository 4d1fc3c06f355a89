package dev.mortise.classgen;

import dev.mortise.classgen.bridge.MethodBridge;
import dev.mortise.classgen.bridge.ValueBridges;
import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.HostMethods;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.type.ResourceType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bridges of a unit's methods, made when one is asked for, for use by any thread. */
final class UnitBridges {
  private final LinkPlan plan;
  private final JavaModel model;
  private final GeneratedUnit unit;
  private final ClassLoader classes;
  private final Map<MethodDecl, Optional<MethodBridge>> known = new IdentityHashMap<>();
  private @Nullable ValueBridges values;

  UnitBridges(LinkPlan plan, JavaModel model, GeneratedUnit unit, ClassLoader classes) {
    this.plan = plan;
    this.model = model;
    this.unit = unit;
    this.classes = classes;
  }

  GeneratedUnit unit() {
    return unit;
  }

  /** The bridge of the lifted function at a place, or null when there is none. */
  @Nullable MethodBridge lift(int place) {
    return of(unit.lifts().get(place).method());
  }

  /** The bridge of a method, or null when there is none for its types. */
  synchronized @Nullable MethodBridge of(MethodDecl method) {
    return known
        .computeIfAbsent(
            method,
            m -> {
              try {
                return Optional.of(new MethodBridge(m, values()));
              } catch (UnmappableTypeException e) {
                return Optional.empty();
              }
            })
        .orElse(null);
  }

  /** The method for a function of the host, or null when there is none. */
  HostMethods.@Nullable Found hostMethod(int slot) {
    List<String> path = plan.hostFunctions().get(slot).path();
    try {
      return HostMethods.find(model, path);
    } catch (UnmappableTypeException e) {
      return null;
    }
  }

  Class<?> find(ClassName name) {
    return find(name.internalName());
  }

  private ValueBridges values() {
    ValueBridges made = values;
    if (made == null) {
      Map<ResourceType, Class<?>> wrappers = new HashMap<>();
      unit.wrappers().forEach((type, name) -> wrappers.put(type, find(name)));
      made = new ValueBridges(model.types(), classes, wrappers);
      values = made;
    }
    return made;
  }

  private Class<?> find(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, classes);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(internalName, e);
    }
  }
}
