package dev.mortise.loader.plan;

import dev.mortise.runtime.plan.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The components and core modules that the host supplies for imports: they decide what the plan
 * looks like, where functions and resources only fill its slots.
 *
 * @param units by path: the names of the import and of the exports of instances below it
 */
public record HostUnits(Map<List<String>, Item> units) {
  /** None. */
  public static final HostUnits NONE = new HostUnits(Map.of());

  public HostUnits {
    units = Map.copyOf(units);
  }

  @Nullable Item at(List<String> path) {
    return units.get(path);
  }
}
