package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.type.InstanceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a load: what each needs, made as often as worlds ask for it, within a bound.
 */
public final class Interfaces {
  private final InterfaceBuilder builder;
  private final Map<WitInterface.Name, List<Declaration.OfInterface>> needs = new HashMap<>();
  private long built;

  /** No interfaces yet. */
  public Interfaces(InterfaceBuilder builder) {
    this.builder = builder;
  }

  /** The interfaces whose types an interface uses. */
  public List<Declaration.OfInterface> needs(Declaration.OfInterface of) {
    return needs.computeIfAbsent(of.id(), id -> builder.needs(of.syntax().members(), of.scope()));
  }

  /** The interfaces whose types an inline interface uses. */
  List<Declaration.OfInterface> needs(WorldEntry.Inline of) {
    return builder.needs(of.members(), of.scope());
  }

  /** An instance type of an interface. */
  public InstanceType build(
      Declaration.OfInterface of, Function<WitInterface.Name, @Nullable InstanceType> around) {
    return bounded(
        builder.build("interface `" + of.id() + "`", of.syntax().members(), of.scope(), around));
  }

  /** An instance type of an inline interface. */
  InstanceType build(
      String where,
      WorldEntry.Inline of,
      Function<WitInterface.Name, @Nullable InstanceType> around) {
    return bounded(builder.build(where, of.members(), of.scope(), around));
  }

  private InstanceType bounded(InstanceType instance) {
    spend(1 + instance.exports().size());
    return instance;
  }

  /** Counts items that are made. */
  public void spend(int items) {
    built += items;
    if (built > WitLimits.BUILT_ITEMS) {
      throw new WitException(
          WitProblems.of(WitRule.LIMIT, "worlds")
              .expecting(
                  "at most " + WitLimits.BUILT_ITEMS + " items in all interfaces of all worlds",
                  "more"));
    }
  }
}
