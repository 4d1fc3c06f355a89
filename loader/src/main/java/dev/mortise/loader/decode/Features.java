package dev.mortise.loader.decode;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which {@link Feature}s are on. */
public final class Features {
  private static final Features SHIPPED = new Features(shipped());

  private final Set<Feature> on;

  private Features(EnumSet<Feature> on) {
    this.on = Collections.unmodifiableSet(on);
  }

  /** What the specification has shipped: the default. */
  public static Features defaults() {
    return SHIPPED;
  }

  /** Every proposal that the decoder and the validator know, written as Binary.md says. */
  public static Features all() {
    return new Features(EnumSet.complementOf(EnumSet.of(Feature.WASM_TOOLS_ENCODINGS)));
  }

  /** These and the given one. */
  public Features with(Feature feature) {
    EnumSet<Feature> more = EnumSet.copyOf(on);
    more.add(feature);
    return new Features(more);
  }

  /** These but for the given one. */
  public Features without(Feature feature) {
    EnumSet<Feature> fewer = EnumSet.noneOf(Feature.class);
    fewer.addAll(on);
    fewer.remove(feature);
    return new Features(fewer);
  }

  /** Whether a feature is on. */
  public boolean has(Feature feature) {
    return on.contains(feature);
  }

  /** The features that are on. */
  public Set<Feature> asSet() {
    return on;
  }

  /** The feature of a flag's name, such as {@code cm-async}. */
  public static Optional<Feature> named(String flag) {
    return Arrays.stream(Feature.values()).filter(f -> f.toString().equals(flag)).findFirst();
  }

  private static EnumSet<Feature> shipped() {
    EnumSet<Feature> shipped = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.shipped()) {
        shipped.add(feature);
      }
    }
    return shipped;
  }

  @Override
  public String toString() {
    return on.toString();
  }
}
