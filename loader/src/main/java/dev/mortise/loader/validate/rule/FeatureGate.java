package dev.mortise.loader.validate.rule;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;

/** Asks for features, each of which can be off. */
public final class FeatureGate {
  private FeatureGate() {}

  /** Checks that a feature is on. */
  public static void require(Features features, Feature feature, String where, String why) {
    if (!features.has(feature)) {
      throw Violation.because(Rule.FEATURE_REQUIRED, where, why).hint(hint(feature));
    }
  }

  /** What to do about something that a feature would admit. */
  public static String hint(Feature feature) {
    return "To admit it, switch on the feature " + feature;
  }
}
