package dev.mortise.tck.script;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import java.util.List;

/**
 * Whose script it is, which decides what is on before the script's own flags are looked at. Told by
 * the name of the original, so that a copy in another folder means the same.
 */
public enum Suite {
  /**
   * The specification's own. Its scripts exercise gated features without saying so; without any one
   * of these a script of it fails.
   */
  COMPONENT_MODEL(
      "component-model/test/",
      "component-model/",
      Features.defaults()
          .with(Feature.CM_MORE_ASYNC_BUILTINS)
          .with(Feature.CM_THREADING)
          .with(Feature.CM_ASYNC_STACKFUL)
          .with(Feature.CM_FIXED_LENGTH_LISTS)),
  /** The scripts of wasm-tools that expect features to be off. */
  WASM_TOOLS_MISSING(
      "wasm-tools/tests/cli/missing-features/component-model/",
      "wasm-tools/missing-features/",
      wasmTools()),
  /** The scripts of wasm-tools. */
  WASM_TOOLS("wasm-tools/tests/cli/", "wasm-tools/", wasmTools()),
  /** The scripts of Wasmtime that use threads. */
  WASMTIME_THREADING(
      "wasmtime/tests/misc_testsuite/component-model-threading/",
      "wasmtime-threading/",
      Features.defaults()),
  /** The scripts of Wasmtime. */
  WASMTIME("wasmtime/tests/misc_testsuite/component-model/", "wasmtime/", Features.defaults()),
  /** Any other script. */
  OTHER("", "", Features.defaults());

  private final String origin;
  private final String prefix;

  @SuppressWarnings("ImmutableEnumChecker") // it is immutable
  private final Features base;

  Suite(String origin, String prefix, Features base) {
    this.origin = origin;
    this.prefix = prefix;
    this.base = base;
  }

  /** Whether its scripts run; wasm-tools only validates its own, whose imports nobody supplies. */
  public boolean executed() {
    return this != WASM_TOOLS && this != WASM_TOOLS_MISSING;
  }

  /**
   * Whether the specification has removed the immediate {@code cancellable} after this snapshot of
   * the suite, so that files that carry it are refused today.
   */
  public boolean olderThanCancellableRemoval() {
    return this != OTHER;
  }

  /** The suite of a script by the name of its original, a {@code .wast} file. */
  static Suite of(String sourceFilename) {
    for (Suite suite : values()) {
      if (sourceFilename.startsWith(suite.origin)) {
        return suite;
      }
    }
    throw new AssertionError(sourceFilename);
  }

  /** The name of a script of this suite. */
  String scriptName(String sourceFilename) {
    String name = prefix + sourceFilename.substring(origin.length());
    return name.endsWith(".wast") ? name.substring(0, name.length() - ".wast".length()) : name;
  }

  /**
   * What is on for a script.
   *
   * @param flags names of features, {@code -} before one switches it off; unknown ones mean nothing
   *     to validation and are passed over
   */
  Features features(List<String> flags) {
    Features features = base;
    for (String flag : flags) {
      boolean off = flag.startsWith("-");
      Feature feature = Features.named(off ? flag.substring(1) : flag).orElse(null);
      if (feature != null) {
        features = off ? features.without(feature) : features.with(feature);
      }
    }
    return features;
  }

  /** Its files hold gated proposals as it writes them, its raw bytes too. */
  private static Features wasmTools() {
    return Features.defaults()
        .without(Feature.CM_MAP)
        .without(Feature.CM_IMPLEMENTS)
        .with(Feature.WASM_TOOLS_ENCODINGS);
  }
}
