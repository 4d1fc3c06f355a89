package dev.mortise.cli.run;

import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.HttpRules;
import dev.mortise.wasi.config.NetworkRules;
import dev.mortise.wasi.config.WasiConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a user grants things of this machine to a component, by way of WASI. */
public final class WasiOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "HOST[::GUEST][:ro]",
      description = {
        "Let the component use a folder, under its own name or another one; with :ro it can only"
            + " read. Nothing else is there for it."
      })
  private final List<String> folders = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME[=VALUE]",
      description =
          "Set a variable of the component's environment, which is empty; without a value it is"
              + " this environment's.")
  private final List<String> variables = new ArrayList<>();

  @Option(
      names = "--allow-net",
      paramLabel = "HOST[:PORT]",
      description = {
        "Let the component connect to addresses: 127.0.0.1:8080, 10.0.0.0/8:443, [::1]:*,"
            + " example.com:8000-8010, *."
      })
  private final List<String> connect = new ArrayList<>();

  @Option(
      names = "--allow-listen",
      paramLabel = "HOST[:PORT]",
      description = "Let the component listen at addresses of this machine.")
  private final List<String> listen = new ArrayList<>();

  @Option(
      names = "--allow-http",
      paramLabel = "HOST[:PORT]",
      description =
          "Let the component send HTTP requests: example.com, *.example.com, localhost:8080,"
              + " https://example.com, *.")
  private final List<String> http = new ArrayList<>();

  /** No options yet. */
  public WasiOptions() {}

  /**
   * What is granted.
   *
   * @throws ParameterException when an option cannot be understood
   */
  public WasiConfig.Builder config() {
    WasiConfig.Builder config = WasiConfig.builder();
    folders.forEach(folder -> folder(config, folder));
    variables.forEach(variable -> variable(config, variable));
    try {
      NetworkRules.Builder network = NetworkRules.builder();
      connect.forEach(network::connect);
      listen.forEach(network::bind);
      config.network(network.build()).http(HttpRules.of(http));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    return config;
  }

  private void folder(WasiConfig.Builder config, String text) {
    String rest = text;
    Access access = Access.READ_WRITE;
    if (rest.endsWith(":ro")) {
      rest = rest.substring(0, rest.length() - ":ro".length());
      access = Access.READ;
    }
    int separator = rest.indexOf("::");
    String host = separator < 0 ? rest : rest.substring(0, separator);
    String guest = separator < 0 ? rest : rest.substring(separator + 2);
    if (host.isEmpty() || guest.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--dir "
              + text
              + ": expected HOST, HOST::GUEST or either with :ro, such as data::/data:ro");
    }
    Path path = Path.of(host);
    if (!Files.isDirectory(path)) {
      throw new ParameterException(
          spec.commandLine(),
          "--dir "
              + text
              + ": there is "
              + (Files.exists(path) ? "no folder, but a file, " : "no folder ")
              + host);
    }
    config.folder(path, guest, access);
  }

  private void variable(WasiConfig.Builder config, String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? System.getenv(name) : text.substring(equals + 1);
    if (name.isEmpty() || value == null) {
      throw new ParameterException(
          spec.commandLine(),
          name.isEmpty()
              ? "--env " + text + ": expected NAME or NAME=VALUE"
              : "--env "
                  + text
                  + ": this environment has no variable of that name; give it a value");
    }
    config.environment(name, value);
  }
}
