package dev.mortise.loader.wit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which interfaces use types of which, as far as they do not need each other ("Interfaces linked
 * with use must be acyclic", WIT.md). Interfaces of a component may: where one is imported and
 * exported, its two types are one text.
 */
final class UseOrder {
  private final Map<WitInterface.Name, Set<WitInterface.Name>> uses = new HashMap<>();

  /** Notes that one interface uses another, unless that one needs it; whether it may. */
  boolean admit(WitInterface.Name user, WitInterface.Name used) {
    if (needs(used).contains(user)) {
      return false;
    }
    uses.computeIfAbsent(user, key -> new LinkedHashSet<>()).add(used);
    return true;
  }

  /** The interfaces that one uses directly. */
  Set<WitInterface.Name> usedBy(WitInterface.Name user) {
    return uses.getOrDefault(user, Set.of());
  }

  /** An interface and all that it uses, also by way of others. */
  Set<WitInterface.Name> needs(WitInterface.Name user) {
    Set<WitInterface.Name> reached = new LinkedHashSet<>(Set.of(user));
    Set<WitInterface.Name> fresh = reached;
    while (!fresh.isEmpty()) {
      Set<WitInterface.Name> next = new HashSet<>();
      fresh.forEach(name -> next.addAll(usedBy(name)));
      next.removeAll(reached);
      reached.addAll(next);
      fresh = next;
    }
    return reached;
  }
}
