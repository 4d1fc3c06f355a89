package dev.mortise.tck.host;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.call.GeneratedUnit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many functions of the components that were instantiated run as generated code, and how many
 * as interpreted ones. A component counts once for each instantiation.
 */
public final class Coverage {
  private int exports;
  private int fused;
  private int imports;
  private final SortedMap<String, Integer> interpreted = new TreeMap<>();

  /** Nothing yet. */
  public Coverage() {}

  void add(LinkedWorld world) {
    GeneratedUnit unit = world.unit();
    List<GeneratedUnit.Fallback> fallbacks = world.interpreted();
    exports += unit.lifts().size() - (fallbacks.size() - unit.fallbacks().size());
    fused += unit.fused().size();
    imports += unit.lowers().size();
    for (GeneratedUnit.Fallback fallback : fallbacks) {
      interpreted.merge(reason(fallback), 1, Integer::sum);
    }
  }

  /** What it is and why, without what is particular to it. */
  private static String reason(GeneratedUnit.Fallback fallback) {
    return fallback.function().split(" ", 2)[0] + ": " + fallback.why().split(": ", 2)[0];
  }

  /** How many exported functions are generated code. */
  public int exports() {
    return exports;
  }

  /** How many calls between components are generated code. */
  public int fused() {
    return fused;
  }

  /** How many functions are generated code. */
  public int generated() {
    return exports + fused + imports;
  }

  /** How many functions are interpreted, by reason. */
  public SortedMap<String, Integer> interpreted() {
    return Collections.unmodifiableSortedMap(interpreted);
  }

  /** For people: a line of what is generated, and one for each reason why something is not. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        "generated %d: %d exports, %d calls between components, %d imports%n"
            .formatted(generated(), exports, fused, imports));
    interpreted.forEach((why, n) -> text.append("  interpreted %d: %s%n".formatted(n, why)));
    return text.toString();
  }
}
