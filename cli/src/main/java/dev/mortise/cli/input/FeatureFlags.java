package dev.mortise.cli.input;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that switch proposals on and off. */
public final class FeatureFlags {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--features",
      split = ",",
      paramLabel = "FLAG",
      description =
          "Proposals to switch on, or off with a - before the flag, such as"
              + " --features=cm-gc,-cm-map. What the specification has shipped is on.")
  private List<String> flags = List.of();

  @Option(
      names = "--all-features",
      description = "Switch on every proposal; --features then comes after it.")
  private boolean all;

  /** What is on. */
  public Features features() {
    Features features = all ? Features.all() : Features.defaults();
    for (String text : flags) {
      String flag = text.strip();
      boolean off = flag.startsWith("-");
      Feature feature =
          Features.named(off ? flag.substring(1) : flag).orElseThrow(() -> unknown(flag));
      features = off ? features.without(feature) : features.with(feature);
    }
    return features;
  }

  private ParameterException unknown(String flag) {
    return new ParameterException(
        spec.commandLine(),
        "there is no feature '%s'%n  on unless switched off: %s%n  off unless switched on: %s"
            .formatted(flag, flags(true), flags(false)));
  }

  private static String flags(boolean shipped) {
    return Arrays.stream(Feature.values())
        .filter(feature -> feature.shipped() == shipped)
        .map(Feature::toString)
        .collect(Collectors.joining(", "));
  }
}
