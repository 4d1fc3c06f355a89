package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resource of the plan each resource type is that stands in the signatures that Java sees. A
 * function's type as its component wrote it tells: it is the same type, with the names that the
 * component has for resources.
 */
final class ResourceForms {
  private final LinkPlan plan;
  private final Map<ResourceType, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> wrappers = new HashMap<>();
  private final Set<Integer> hosts = new HashSet<>();

  ResourceForms(LinkPlan plan) {
    this.plan = plan;
    plan.hostResources().forEach(resource -> hosts.add(resource.resource()));
  }

  /** Learns from a function. */
  void learn(FuncType outside, FuncType inside, int instance) {
    List<ValType> left = outside.paramTypes();
    List<ValType> right = inside.paramTypes();
    for (int i = 0; i < left.size(); i++) {
      learn(left.get(i), right.get(i), instance);
    }
    learn(outside.result(), inside.result(), instance);
  }

  private void learn(@Nullable ValType outside, @Nullable ValType inside, int instance) {
    if (outside == null || inside == null) {
      return;
    }
    switch (outside.structure()) {
      case HandleType handle -> {
        ResourceType other = ((HandleType) inside.structure()).resource();
        Integer number = plan.views().get(instance).get(other);
        if (number == null) {
          throw new UnmappableTypeException("the resource type " + other + " is not known");
        }
        Integer known = numbers.putIfAbsent(handle.resource(), number);
        if (known != null && !known.equals(number)) {
          throw new UnmappableTypeException(
              "the resource type " + handle.resource() + " is two resources");
        }
      }
      case RecordType record -> {
        RecordType other = (RecordType) inside.structure();
        for (int i = 0; i < record.fields().size(); i++) {
          learn(record.fields().get(i).type(), other.fields().get(i).type(), instance);
        }
      }
      case VariantType variant -> {
        VariantType other = (VariantType) inside.structure();
        for (int i = 0; i < variant.cases().size(); i++) {
          learn(variant.cases().get(i).type(), other.cases().get(i).type(), instance);
        }
      }
      case TupleType tuple -> {
        TupleType other = (TupleType) inside.structure();
        for (int i = 0; i < tuple.elements().size(); i++) {
          learn(tuple.elements().get(i), other.elements().get(i), instance);
        }
      }
      case ListType list ->
          learn(list.element(), ((ListType) inside.structure()).element(), instance);
      case OptionType option ->
          learn(option.type(), ((OptionType) inside.structure()).type(), instance);
      case ResultType result -> {
        ResultType other = (ResultType) inside.structure();
        learn(result.ok(), other.ok(), instance);
        learn(result.err(), other.err(), instance);
      }
      case MapType map -> learn(map.value(), ((MapType) inside.structure()).value(), instance);
      default -> {}
    }
  }

  /** The number of a resource type in the plan. */
  int number(ResourceType type) {
    Integer number = numbers.get(type);
    if (number == null) {
      throw new UnmappableTypeException("the resource type " + type + " is not known");
    }
    return number;
  }

  /** Whether a component defines a resource. */
  boolean isGuest(int number) {
    return !hosts.contains(number);
  }

  /** Says which class makes Java objects of the handles of a component's resource. */
  void wrapper(int number, String internalName) {
    wrappers.put(number, internalName);
  }

  /** The classes of the component's own resources, by their numbers. */
  Map<Integer, String> classes() {
    return Map.copyOf(wrappers);
  }

  /** The classes of the component's own resources. */
  Map<ResourceType, String> wrappers() {
    Map<ResourceType, String> known = new HashMap<>();
    numbers.forEach(
        (type, number) -> {
          String wrapper = wrappers.get(number);
          if (wrapper != null) {
            known.put(type, wrapper);
          }
        });
    return known;
  }

  /** The resource types whose numbers are known. */
  Set<ResourceType> known() {
    return Set.copyOf(numbers.keySet());
  }

  /** The class that makes Java objects of handles, or null where the host's objects pass. */
  @Nullable String wrapper(ResourceType type) {
    int number = number(type);
    if (!isGuest(number)) {
      return null;
    }
    String wrapper = wrappers.get(number);
    if (wrapper == null) {
      throw new UnmappableTypeException("the resource type " + type + " has no class");
    }
    return wrapper;
  }
}
