package dev.mortise.loader.wit;

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
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Types as text that tells which of them are one object: equal texts mean equal types, shared in
 * the same way. The order of imports and exports says nothing.
 */
public final class TypeDump {
  private final StringBuilder out = new StringBuilder();
  private final IdentityHashMap<DefType, String> names = new IdentityHashMap<>();

  /** Of each resource type the first name, whichever of them introduces it. */
  private final IdentityHashMap<ResourceType, String> roots = new IdentityHashMap<>();

  private TypeDump() {}

  /** The text of a component's type. */
  public static String of(ComponentType type) {
    TypeDump dump = new TypeDump();
    dump.items("import ", type.imports());
    dump.items("export ", type.exports());
    return dump.out.toString();
  }

  /** The text of an instance's type. */
  public static String of(InstanceType type) {
    TypeDump dump = new TypeDump();
    dump.items("", type.exports());
    return dump.out.toString();
  }

  private void items(String prefix, Map<String, ExternType> items) {
    Map<String, ExternType> sorted = new TreeMap<>(items);
    // Definitions first, so that what speaks of them finds their names.
    sorted.forEach((name, item) -> name(prefix + name, item));
    sorted.forEach((name, item) -> item(prefix + name, item));
  }

  private void name(String name, ExternType item) {
    if (item instanceof ExternType.Type type) {
      names.putIfAbsent(type.type(), name);
      if (type.type() instanceof ResourceType resource) {
        roots.putIfAbsent(resource.root(), name);
      }
    } else if (item instanceof InstanceType instance) {
      new TreeMap<>(instance.exports()).forEach((n, i) -> name(name + " # " + n, i));
    }
  }

  private void item(String name, ExternType item) {
    switch (item) {
      case InstanceType instance ->
          new TreeMap<>(instance.exports()).forEach((n, i) -> item(name + " # " + n, i));
      case FuncType func -> line(name, func(func));
      case ExternType.Type(DefType type) -> line(name, definition(name, type));
      default -> line(name, item.kind());
    }
  }

  private void line(String name, String text) {
    out.append(name).append(": ").append(text).append('\n');
  }

  private String definition(String name, DefType type) {
    String known = names.get(type);
    if (known != null && !known.equals(name)) {
      return "is " + known;
    }
    return switch (type) {
      case NamedType named -> "named " + named.name() + " = " + text(named.type());
      case ResourceType resource -> "resource " + resource.name() + " = " + root(resource);
      case FuncType func -> func(func);
      default -> type.kind();
    };
  }

  private String root(ResourceType resource) {
    return roots.getOrDefault(resource.root(), "?");
  }

  private String func(FuncType func) {
    return (func.async() ? "async " : "")
        + func.params().stream()
            .map(p -> p.label() + ": " + text(p.type()))
            .collect(Collectors.joining(", ", "(", ")"))
        + (func.result() == null ? "" : " -> " + text(func.result()));
  }

  private String text(ValType type) {
    if (type == null) {
      return "_";
    }
    if (type instanceof NamedType named) {
      String name = names.get(named);
      return name == null ? "unnamed(" + text(named.type()) + ")" : "<" + name + ">";
    }
    return switch (type.structure()) {
      case HandleType.Own own -> "own " + handle(own.resource());
      case HandleType.Borrow borrow -> "borrow " + handle(borrow.resource());
      case RecordType r ->
          r.fields().stream()
              .map(f -> f.label() + ": " + text(f.type()))
              .collect(Collectors.joining(", ", "record {", "}"));
      case VariantType v ->
          v.cases().stream()
              .map(c -> c.label() + "(" + text(c.type()) + ")")
              .collect(Collectors.joining(", ", "variant {", "}"));
      case ListType l -> "list(" + text(l.element()) + "," + l.length() + ")";
      case OptionType o -> "option(" + text(o.type()) + ")";
      case ResultType r -> "result(" + text(r.ok()) + ", " + text(r.err()) + ")";
      case MapType m -> "map(" + text(m.key()) + ", " + text(m.value()) + ")";
      case TupleType t ->
          t.elements().stream().map(this::text).collect(Collectors.joining(", ", "tuple(", ")"));
      case StreamType s -> "stream(" + text(s.element()) + ")";
      case FutureType f -> "future(" + text(f.element()) + ")";
      case EnumType e -> e.toString();
      case FlagsType f -> f.toString();
      case PrimType p -> p.toString();
    };
  }

  private String handle(ResourceType resource) {
    return names.getOrDefault(resource, root(resource));
  }
}
