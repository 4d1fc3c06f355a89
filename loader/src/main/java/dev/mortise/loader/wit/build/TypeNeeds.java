package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TypeExpr;
import dev.mortise.loader.wit.syntax.TypeItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types definitions need, and an order in which each comes after what it needs. */
final class TypeNeeds {
  private TypeNeeds() {}

  /** The items in order; types that need themselves are reported. */
  static List<TypeItem> order(Collection<TypeItem> items, WitProblems problems) {
    Map<String, TypeItem> byName = new LinkedHashMap<>();
    items.forEach(item -> byName.putIfAbsent(item.name().name(), item));
    List<String> names =
        Order.of(
            byName.keySet(),
            name -> needs(byName.get(name), byName),
            cycle -> report(cycle, byName, problems));
    return names.stream().map(name -> item(byName, name)).toList();
  }

  private static TypeItem item(Map<String, TypeItem> byName, String name) {
    TypeItem item = byName.get(name);
    if (item == null) {
      throw new AssertionError(name);
    }
    return item;
  }

  private static void report(
      List<String> cycle, Map<String, TypeItem> byName, WitProblems problems) {
    Identifier first = item(byName, cycle.getFirst()).name();
    String way = cycle.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" → "));
    problems.add(
        first.span(),
        WitProblems.at(WitRule.CYCLE, first.span(), "type `" + first + "`")
            .because("it holds itself: " + way + " → `" + first + "`; types are not recursive")
            .withHint("a resource can stand for what refers to its own kind"));
  }

  private static Collection<String> needs(@Nullable TypeItem item, Map<String, TypeItem> known) {
    List<String> names = new ArrayList<>();
    Consumer<Identifier> add =
        name -> {
          if (known.containsKey(name.name())) {
            names.add(name.name());
          }
        };
    switch (item) {
      case TypeItem.AliasItem alias -> each(alias.type(), add);
      case TypeItem.RecordItem record -> record.fields().forEach(f -> each(f.type(), add));
      case TypeItem.VariantItem variant -> variant.cases().forEach(c -> each(c.type(), add));
      case TypeItem.EnumItem labels -> {}
      case TypeItem.FlagsItem labels -> {}
      case TypeItem.ResourceItem resource -> {}
      case null -> throw new AssertionError("only names of items are asked for");
    }
    return names;
  }

  /** Tells of all names in a type. */
  private static void each(@Nullable TypeExpr type, Consumer<Identifier> add) {
    switch (type) {
      case null -> {}
      case TypeExpr.Prim prim -> {}
      case TypeExpr.Named named -> add.accept(named.name());
      case TypeExpr.ListOf list -> each(list.element(), add);
      case TypeExpr.Tuple tuple -> tuple.elements().forEach(element -> each(element, add));
      case TypeExpr.Option option -> each(option.type(), add);
      case TypeExpr.Result result -> {
        each(result.ok(), add);
        each(result.err(), add);
      }
      case TypeExpr.MapOf map -> {
        each(map.key(), add);
        each(map.value(), add);
      }
      case TypeExpr.Own own -> add.accept(own.resource());
      case TypeExpr.Borrow borrow -> add.accept(borrow.resource());
      case TypeExpr.Stream stream -> each(stream.element(), add);
      case TypeExpr.Future future -> each(future.element(), add);
    }
  }
}
