package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TypeExpr;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.UseTypes;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of an interface or world by name, and what they are defined as. */
final class TypeScope {
  private final String where;
  private final PackageIndex index;
  private final TypeMeasure measure;
  private final WitProblems problems;
  private final Map<String, DefType> types = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final List<ResourceType> resources = new ArrayList<>();
  private final TypeBuilder builder;

  /**
   * No types.
   *
   * @param where the interface or world in words
   */
  TypeScope(String where, PackageIndex index, TypeMeasure measure, WitProblems problems) {
    this.where = where;
    this.index = index;
    this.measure = measure;
    this.problems = problems;
    this.builder = new TypeBuilder(this::find, measure, problems);
  }

  /** Builds types in this scope. */
  TypeBuilder builder() {
    return builder;
  }

  /** The resources that are defined here, in order. */
  List<ResourceType> resources() {
    return resources;
  }

  /** The type with a name, or null. */
  @Nullable DefType get(String name) {
    return types.get(name);
  }

  /** What a name means, or null when that was reported. */
  @Nullable DefType find(Identifier name) {
    DefType type = types.get(name.name());
    if (type == null && !declared.contains(name.name())) {
      problems.add(
          name.span(),
          index.unknown(WitRule.UNKNOWN_TYPE, name, where, List.copyOf(types.keySet())));
    }
    return type;
  }

  /** The definitions in an order in which each comes after what it needs. */
  List<TypeItem> order(List<TypeItem> items) {
    items.forEach(item -> declared.add(item.name().name()));
    return TypeNeeds.order(items, problems);
  }

  /** Makes a type of another scope known here under a name. */
  void put(String name, DefType type) {
    types.put(name, type);
  }

  /**
   * A type of another interface under the name that it takes here.
   *
   * @param name the name that it is given; what stands in this scope calls it as it is written
   */
  DefType use(UseTypes.Used used, String name, InstanceType from, String fromName) {
    ExternType item = from.exports().get(used.name().name());
    DefType type = null;
    if (item instanceof ExternType.Type(DefType found)) {
      type = named(name, found, used.as());
    } else if (item != null) {
      problems.add(
          used.name().span(),
          WitProblems.at(WitRule.WRONG_KIND, used.name().span(), "`" + used.name() + "`")
              .expecting("a type", "a function"));
    } else {
      List<String> known =
          from.exports().entrySet().stream()
              .filter(e -> e.getValue() instanceof ExternType.Type)
              .map(Map.Entry::getKey)
              .toList();
      problems.add(
          used.name().span(),
          index.unknown(WitRule.UNKNOWN_TYPE, used.name(), "interface `" + fromName + "`", known));
    }
    DefType result = type == null ? new NamedType(name, PrimType.BOOL) : type;
    types.put(used.as().name(), result);
    return result;
  }

  /** A type under a name. */
  private DefType named(String name, DefType type, Identifier place) {
    DefType named =
        switch (type) {
          case ValType value -> new NamedType(name, value);
          case ResourceType resource -> resource.named(name);
          default -> throw new AssertionError("interfaces have no types of this kind: " + type);
        };
    if (!measure.measure(named, List.of(type), false)) {
      problems.add(
          place.span(),
          WitProblems.at(WitRule.LIMIT, place.span(), "type `" + place + "`")
              .expecting("at most " + WitLimits.TYPE_DEPTH + " types inside each other", "more"));
    }
    return named;
  }

  /**
   * Defines a type, whose parts are known.
   *
   * @param name the name that it is given; what stands in this scope calls it as it is written
   */
  DefType define(TypeItem item, String name) {
    DefType type =
        switch (item) {
          case TypeItem.AliasItem alias -> alias(name, alias);
          case TypeItem.ResourceItem resource -> {
            ResourceType fresh = ResourceType.imported(name);
            resources.add(fresh);
            yield fresh;
          }
          case TypeItem.RecordItem record -> named(name, record(record), record.name());
          case TypeItem.VariantItem variant -> named(name, variant(variant), variant.name());
          case TypeItem.EnumItem labels ->
              named(
                  name,
                  new EnumType(labels("enum", labels.name(), labels.labels())),
                  labels.name());
          case TypeItem.FlagsItem flags -> named(name, flags(flags), flags.name());
        };
    types.put(item.name().name(), type);
    return type;
  }

  private DefType alias(String name, TypeItem.AliasItem item) {
    TypeExpr type = item.type();
    if (type instanceof TypeExpr.Named(Identifier other)
        && types.get(other.name()) instanceof ResourceType resource) {
      return named(name, resource, item.name());
    }
    return named(name, builder.value(type), item.name());
  }

  private StructuralType record(TypeItem.RecordItem record) {
    NameSet labels = new NameSet("record `" + record.name() + "`", problems);
    List<RecordType.Field> fields = new ArrayList<>();
    for (TypeItem.RecordItem.Field field : record.fields()) {
      if (labels.add(field.label())) {
        fields.add(new RecordType.Field(field.label().name(), builder.value(field.type())));
      }
    }
    checkNotEmpty(record, record.fields().size(), "a field");
    ValType[] parts = fields.stream().map(RecordType.Field::type).toArray(ValType[]::new);
    return (StructuralType)
        builder.made(new RecordType(fields), record.name().span(), false, parts);
  }

  private StructuralType variant(TypeItem.VariantItem variant) {
    NameSet labels = new NameSet("variant `" + variant.name() + "`", problems);
    List<VariantType.Case> cases = new ArrayList<>();
    for (TypeItem.VariantItem.Case c : variant.cases()) {
      if (labels.add(c.label())) {
        cases.add(new VariantType.Case(c.label().name(), builder.optional(c.type())));
      }
    }
    checkNotEmpty(variant, variant.cases().size(), "a case");
    List<@Nullable ValType> parts = new ArrayList<>();
    cases.forEach(c -> parts.add(c.type()));
    return (StructuralType)
        builder.made(
            new VariantType(cases), variant.name().span(), false, parts.toArray(new ValType[0]));
  }

  private StructuralType flags(TypeItem.FlagsItem flags) {
    if (flags.labels().size() > WitLimits.FLAGS) {
      problems.add(
          flags.name().span(),
          WitProblems.at(WitRule.LIMIT, flags.name().span(), "flags `" + flags.name() + "`")
              .expecting("at most " + WitLimits.FLAGS + " labels", flags.labels().size() + ""));
    }
    return new FlagsType(labels("flags", flags.name(), flags.labels()));
  }

  private List<String> labels(String kind, Identifier name, List<TypeItem.Label> labels) {
    NameSet unique = new NameSet(kind + " `" + name + "`", problems);
    List<String> names = new ArrayList<>();
    for (TypeItem.Label label : labels) {
      if (unique.add(label.label())) {
        names.add(label.label().name());
      }
    }
    if (labels.isEmpty()) {
      empty(name, kind, "a label");
    }
    return names;
  }

  private void checkNotEmpty(TypeItem item, int members, String expected) {
    if (members == 0) {
      empty(item.name(), item instanceof TypeItem.RecordItem ? "record" : "variant", expected);
    }
  }

  private void empty(Identifier name, String kind, String expected) {
    problems.add(
        name.span(),
        WitProblems.at(WitRule.EMPTY_TYPE, name.span(), kind + " `" + name + "`")
            .expecting("at least " + expected, "none"));
  }
}
