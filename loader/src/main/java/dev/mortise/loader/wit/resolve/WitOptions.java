package dev.mortise.loader.wit.resolve;

import dev.mortise.runtime.name.Version;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which gated items there are (WIT.md, "Feature Gates"). Immutable.
 *
 * @param features the unstable features that are enabled
 * @param allFeatures whether all of them are
 * @param targets for the packages with these names ({@code wasi:io}, without a version) the version
 *     that is targeted: what came after it is left out
 */
public record WitOptions(Set<String> features, boolean allFeatures, Map<String, Version> targets) {
  /** No unstable features, and packages as they are. */
  public static final WitOptions DEFAULT = new WitOptions(Set.of(), false, Map.of());

  /** All unstable features. */
  public static final WitOptions ALL_FEATURES = new WitOptions(Set.of(), true, Map.of());

  public WitOptions {
    features = Set.copyOf(features);
    targets = Map.copyOf(targets);
  }

  /** These options with one more feature. */
  public WitOptions withFeature(String feature) {
    Set<String> more = new LinkedHashSet<>(features);
    more.add(feature);
    return new WitOptions(more, allFeatures, targets);
  }

  /** These options with a package as it was in an earlier version. */
  public WitOptions withTarget(String packageName, Version version) {
    Map<String, Version> more = new LinkedHashMap<>(targets);
    more.put(packageName, version);
    return new WitOptions(features, allFeatures, more);
  }
}
