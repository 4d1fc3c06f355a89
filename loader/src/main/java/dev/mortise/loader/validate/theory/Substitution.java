package dev.mortise.loader.validate.theory;

import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces types inside types: resource types by others, as an instantiation does, and imported
 * names by what was supplied for them. One substitution maps equal objects to equal objects, and
 * gives back the very same object where nothing changes, so that names keep their identity.
 */
@SuppressWarnings("ReferenceEquality") // what did not change is the same object
public final class Substitution {
  private final TypeInfos infos;
  private final Map<ResourceType, ResourceType> resources = new IdentityHashMap<>();
  private final Map<DefType, DefType> renamed = new IdentityHashMap<>();
  private final Map<Object, Object> done = new IdentityHashMap<>();
  private boolean names;

  public Substitution(TypeInfos infos) {
    this.infos = infos;
  }

  /** Replaces a resource type, under all its names. */
  public void replace(ResourceType from, ResourceType to) {
    resources.put(from.root(), to);
    forget();
  }

  /** What a resource type is replaced by, or itself. */
  ResourceType resource(ResourceType type) {
    return (ResourceType) def(type);
  }

  /** Replaces one named type object by another. */
  void rename(DefType from, DefType to) {
    if (from != to) {
      renamed.put(from, to);
      names = true;
      forget();
    }
  }

  private void forget() {
    if (!done.isEmpty()) { // clearing takes as long as the map is wide
      done.clear();
    }
  }

  boolean isEmpty() {
    return resources.isEmpty() && !names;
  }

  public ExternType extern(ExternType type) {
    return switch (type) {
      case FuncType func -> (FuncType) def(func);
      case InstanceType instance -> (InstanceType) def(instance);
      case ComponentType component -> (ComponentType) def(component);
      case ExternType.Module module -> module;
      case ExternType.Value value -> new ExternType.Value(value(value.type()));
      case ExternType.Type named -> {
        DefType replaced = def(named.type());
        yield replaced == named.type() ? named : new ExternType.Type(replaced);
      }
    };
  }

  ValType value(ValType type) {
    return (ValType) def(type);
  }

  private @Nullable ValType optional(@Nullable ValType type) {
    return type == null ? null : value(type);
  }

  DefType def(DefType type) {
    DefType renaming = renamed.get(type);
    if (renaming != null) {
      return renaming;
    }
    if (type instanceof PrimType || (!names && !infos.of(type).resources())) {
      return type;
    }
    DefType known = (DefType) done.get(type);
    if (known == null) {
      infos.visit(1);
      known = compute(type);
      done.put(type, known);
    }
    return known;
  }

  private DefType compute(DefType type) {
    return switch (type) {
      case ResourceType resource -> computeResource(resource);
      case NamedType named -> computeNamed(named);
      case FuncType func -> computeFunc(func);
      case InstanceType instance -> {
        Map<String, ExternType> exports = externs(instance.exports());
        yield exports == instance.exports()
            ? instance
            : new InstanceType(exports, instance.freshResources());
      }
      case ComponentType component -> {
        Map<String, ExternType> imports = externs(component.imports());
        Map<String, ExternType> exports = externs(component.exports());
        yield imports == component.imports() && exports == component.exports()
            ? component
            : new ComponentType(
                imports, exports, component.importedResources(), component.freshResources());
      }
      case StructuralType structural -> computeStructure(structural);
    };
  }

  /** Names of names can be a long chain, which is followed without recursion. */
  private ValType computeNamed(NamedType type) {
    Deque<NamedType> chain = new ArrayDeque<>();
    ValType below = type;
    while (below instanceof NamedType named
        && !renamed.containsKey(named)
        && !done.containsKey(named)) {
      chain.push(named);
      below = named.type();
    }
    ValType replaced = value(below);
    for (NamedType named : chain) {
      replaced = replaced == named.type() ? named : new NamedType(named.name(), replaced);
      done.put(named, replaced);
    }
    return replaced;
  }

  private ResourceType computeResource(ResourceType type) {
    ResourceType replaced = resources.get(type.root());
    if (replaced == null) {
      return type;
    }
    String name = type.name();
    return type == type.root() || name == null ? replaced : replaced.named(name);
  }

  private FuncType computeFunc(FuncType func) {
    boolean changed = false;
    var params = new java.util.ArrayList<FuncType.Param>();
    for (FuncType.Param param : func.params()) {
      ValType type = value(param.type());
      changed |= type != param.type();
      params.add(new FuncType.Param(param.label(), type));
    }
    ValType result = optional(func.result());
    changed |= result != func.result();
    return changed ? new FuncType(params, result, func.async()) : func;
  }

  private Map<String, ExternType> externs(Map<String, ExternType> types) {
    infos.visit(types.size());
    Map<String, ExternType> replaced = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, ExternType> entry : types.entrySet()) {
      ExternType type = extern(entry.getValue());
      changed |= type != entry.getValue();
      replaced.put(entry.getKey(), type);
    }
    return changed ? replaced : types;
  }

  private StructuralType computeStructure(StructuralType type) {
    return switch (type) {
      case PrimType primitive -> primitive;
      case EnumType labels -> labels;
      case FlagsType labels -> labels;
      case RecordType record -> {
        var fields =
            record.fields().stream()
                .map(f -> new RecordType.Field(f.label(), value(f.type())))
                .toList();
        boolean changed = false;
        for (int i = 0; i < fields.size(); i++) {
          changed |= fields.get(i).type() != record.fields().get(i).type();
        }
        yield changed ? new RecordType(fields) : record;
      }
      case TupleType tuple -> {
        var elements = tuple.elements().stream().map(this::value).toList();
        boolean changed = false;
        for (int i = 0; i < elements.size(); i++) {
          changed |= elements.get(i) != tuple.elements().get(i);
        }
        yield changed ? new TupleType(elements) : tuple;
      }
      case VariantType variant -> {
        var cases =
            variant.cases().stream()
                .map(c -> new VariantType.Case(c.label(), optional(c.type())))
                .toList();
        boolean changed = false;
        for (int i = 0; i < cases.size(); i++) {
          changed |= cases.get(i).type() != variant.cases().get(i).type();
        }
        yield changed ? new VariantType(cases) : variant;
      }
      case ListType list -> {
        ValType element = value(list.element());
        yield element == list.element() ? list : new ListType(element, list.length());
      }
      case OptionType option -> {
        ValType inner = value(option.type());
        yield inner == option.type() ? option : new OptionType(inner);
      }
      case MapType map -> {
        ValType key = value(map.key());
        ValType mapped = value(map.value());
        yield key == map.key() && mapped == map.value() ? map : new MapType(key, mapped);
      }
      case ResultType result -> {
        ValType ok = optional(result.ok());
        ValType err = optional(result.err());
        yield ok == result.ok() && err == result.err() ? result : new ResultType(ok, err);
      }
      case StreamType stream -> {
        ValType element = optional(stream.element());
        yield element == stream.element() ? stream : new StreamType(element);
      }
      case FutureType future -> {
        ValType element = optional(future.element());
        yield element == future.element() ? future : new FutureType(element);
      }
      case HandleType.Own own -> {
        ResourceType resource = resource(own.resource());
        yield resource == own.resource() ? own : new HandleType.Own(resource);
      }
      case HandleType.Borrow borrow -> {
        ResourceType resource = resource(borrow.resource());
        yield resource == borrow.resource() ? borrow : new HandleType.Borrow(resource);
      }
    };
  }
}
