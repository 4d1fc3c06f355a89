package dev.mortise.wasi.cli;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.config.WasiConfig;
import java.util.List;
import java.util.Optional;
import wit.wasi.cli.v0_2.Environment;

/** {@code wasi:cli/environment}. */
public final class EnvironmentHost implements Environment {
  private final List<Tuple2<String, String>> environment;
  private final List<String> arguments;

  /** The interface with what is granted. */
  public EnvironmentHost(WasiConfig config) {
    environment =
        config.environment().entrySet().stream()
            .map(variable -> new Tuple2<>(variable.getKey(), variable.getValue()))
            .toList();
    arguments = config.arguments();
  }

  @Override
  public List<Tuple2<String, String>> getEnvironment() {
    return environment;
  }

  @Override
  public List<String> getArguments() {
    return arguments;
  }

  /** None: where the host stands is not the component's business. */
  @Override
  public Optional<String> initialCwd() {
    return Optional.empty();
  }
}
