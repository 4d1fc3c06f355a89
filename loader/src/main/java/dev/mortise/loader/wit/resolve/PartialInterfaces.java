package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitFunction;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitTypeDef;
import dev.mortise.loader.wit.WitUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what several encoded definitions show of an interface that they use. */
final class PartialInterfaces {
  private PartialInterfaces() {}

  /** All that stands in either of two views of one interface. */
  static WitInterface merge(WitInterface one, WitInterface other) {
    Set<String> used = new HashSet<>();
    List<WitUse> uses = new ArrayList<>();
    for (List<WitUse> part : List.of(one.uses(), other.uses())) {
      for (WitUse use : part) {
        List<WitUse.Item> items = use.items().stream().filter(i -> used.add(i.as())).toList();
        if (!items.isEmpty()) {
          uses.add(new WitUse(use.from(), items));
        }
      }
    }
    Map<String, WitTypeDef> types = new LinkedHashMap<>();
    one.types().forEach(type -> types.put(type.name(), type));
    other.types().forEach(type -> types.merge(type.name(), type, PartialInterfaces::fuller));
    Map<String, WitFunction> functions = new LinkedHashMap<>();
    one.functions().forEach(function -> functions.put(function.name(), function));
    other.functions().forEach(function -> functions.putIfAbsent(function.name(), function));
    return new WitInterface(
        one.name(), uses, List.copyOf(types.values()), List.copyOf(functions.values()), List.of());
  }

  /** Of two views of a resource the one that shows more of its functions. */
  private static WitTypeDef fuller(WitTypeDef one, WitTypeDef other) {
    return one instanceof WitTypeDef.ResourceDef a
            && other instanceof WitTypeDef.ResourceDef b
            && b.functions().size() > a.functions().size()
        ? b
        : one;
  }
}
