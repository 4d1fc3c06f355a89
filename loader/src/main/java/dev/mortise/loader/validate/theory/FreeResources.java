package dev.mortise.loader.validate.theory;

import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the resource types that a type speaks of but does not itself introduce. */
public final class FreeResources {
  private final TypeInfos infos;
  private final Set<ResourceType> free = new LinkedHashSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private FreeResources(TypeInfos infos) {
    this.infos = infos;
  }

  public static Set<ResourceType> of(DefType type, TypeInfos infos) {
    FreeResources collector = new FreeResources(infos);
    collector.def(type);
    return collector.free;
  }

  public static Set<ResourceType> of(Collection<ExternType> types, TypeInfos infos) {
    FreeResources collector = new FreeResources(infos);
    types.forEach(collector::extern);
    return collector.free;
  }

  private void extern(ExternType type) {
    infos.visit(1);
    switch (type) {
      case FuncType func -> def(func);
      case InstanceType instance -> def(instance);
      case ComponentType component -> def(component);
      case ExternType.Type named -> def(named.type());
      case ExternType.Value value -> def(value.type());
      case ExternType.Module module -> {}
    }
  }

  private void def(@Nullable DefType type) {
    if (type == null || !infos.of(type).resources() || !seen.add(type)) {
      return;
    }
    switch (type) {
      case ResourceType resource -> free.add(resource.root());
      case NamedType named -> def(named.structure());
      case FuncType func -> {
        func.params().forEach(p -> def(p.type()));
        def(func.result());
      }
      case InstanceType instance -> addAll(instance.exports().values(), instance.freshResources());
      case ComponentType component -> {
        Set<ResourceType> inside = new LinkedHashSet<>(component.importedResources());
        inside.addAll(component.freshResources());
        addAll(component.imports().values(), inside);
        addAll(component.exports().values(), inside);
      }
      case StructuralType structural -> structure(structural);
    }
  }

  /** Adds what is free in the types but for what {@code bound} introduces. */
  private void addAll(Collection<ExternType> types, Collection<ResourceType> bound) {
    if (bound.isEmpty()) {
      types.forEach(this::extern);
      return;
    }
    Set<ResourceType> inner = of(types, infos);
    for (ResourceType resource : bound) {
      inner.remove(resource.root());
    }
    free.addAll(inner);
  }

  private void structure(StructuralType type) {
    switch (type) {
      case RecordType record -> record.fields().forEach(f -> def(f.type()));
      case TupleType tuple -> tuple.elements().forEach(this::def);
      case VariantType variant -> variant.cases().forEach(c -> def(c.type()));
      case ListType list -> def(list.element());
      case OptionType option -> def(option.type());
      case MapType map -> {
        def(map.key());
        def(map.value());
      }
      case ResultType result -> {
        def(result.ok());
        def(result.err());
      }
      case StreamType stream -> def(stream.element());
      case FutureType future -> def(future.element());
      case HandleType handle -> free.add(handle.resource().root());
      default -> {}
    }
  }

  /** The resource types that exports name, in these types or in instances inside them. */
  public static Set<ResourceType> named(Collection<ExternType> types) {
    Set<ResourceType> named = new LinkedHashSet<>();
    collectNamed(types, named, Collections.newSetFromMap(new IdentityHashMap<>()));
    return named;
  }

  private static void collectNamed(
      Collection<ExternType> types, Set<ResourceType> named, Set<InstanceType> seen) {
    for (ExternType type : types) {
      if (type instanceof ExternType.Type eq && eq.type() instanceof ResourceType resource) {
        named.add(resource.root());
      } else if (type instanceof InstanceType instance && seen.add(instance)) {
        collectNamed(instance.exports().values(), named, seen);
      }
    }
  }

  static boolean isEmpty(ValType type, TypeInfos infos) {
    return !infos.of((DefType) type).resources();
  }
}
