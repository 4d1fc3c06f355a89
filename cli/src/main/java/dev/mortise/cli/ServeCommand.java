package dev.mortise.cli;

import dev.mortise.cli.cache.CacheOption;
import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.run.WasiOptions;
import dev.mortise.cli.serve.ComponentServer;
import dev.mortise.cli.serve.ServeLog;
import dev.mortise.cli.serve.ServeSettings;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Printable;
import dev.mortise.wasi.HttpOutcome;
import dev.mortise.wasi.WasiHttpHandler;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise serve}: answers HTTP requests with a component. */
@Command(
    name = "serve",
    sortOptions = false,
    description = {
      "Answers HTTP requests with a component that exports wasi:http/incoming-handler.",
      "",
      "Each request has a fresh instance. Bodies are streamed both ways. Ctrl-C or SIGTERM ends the"
          + " server when the requests that it is answering have ended.",
      "What is answered is logged on standard error, in the common log format; what the component"
          + " prints stands on standard output and error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise serve site.wasm",
      "  mortise serve --port 80 --addr 0.0.0.0 --dir www::/www:ro site.wasm",
      "  mortise serve --allow-http api.example.com --env TOKEN proxy.wasm"
    })
final class ServeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(paramLabel = "FILE", description = "The component.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--addr",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where to listen; 0.0.0.0 is everywhere. (default: ${DEFAULT-VALUE})")
  private String address = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port; 0 is any that is free. (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--quiet", description = "Log nothing but what goes wrong.")
  private boolean quiet;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CacheOption cache;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private WasiOptions wasi;

  @ArgGroup(validate = false, heading = "%nTimes, in seconds:%n")
  private final Times times = new Times();

  @ArgGroup(validate = false, heading = "%nLimits:%n")
  private final Limits limits = new Limits();

  /** How long things may take. */
  private static final class Times {
    @Option(
        names = "--header-timeout",
        paramLabel = "S",
        defaultValue = "10",
        description = "Until the head of a request is there. (default: ${DEFAULT-VALUE})")
    private double header;

    @Option(
        names = "--idle-timeout",
        paramLabel = "S",
        defaultValue = "30",
        description = "How long a connection or a body may be quiet. (default: ${DEFAULT-VALUE})")
    private double idle;

    @Option(
        names = "--request-timeout",
        paramLabel = "S",
        defaultValue = "60",
        description = "Until the component begins to answer. (default: ${DEFAULT-VALUE})")
    private double request;

    @Option(
        names = "--grace",
        paramLabel = "S",
        defaultValue = "10",
        description =
            "How long requests have to end when the server stops. (default: ${DEFAULT-VALUE})")
    private double grace;
  }

  /** How much there may be. */
  private static final class Limits {
    @Option(
        names = "--max-requests",
        paramLabel = "N",
        defaultValue = "1000",
        description = "Requests at a time; more are refused with 503. (default: ${DEFAULT-VALUE})")
    private int requests;

    @Option(
        names = "--max-connections",
        paramLabel = "N",
        defaultValue = "10000",
        description = "Connections at a time; more have to wait. (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(
        names = "--max-header",
        paramLabel = "BYTES",
        defaultValue = "16384",
        description = "The head of a request; 431 if it is more. (default: ${DEFAULT-VALUE})")
    private int header;

    @Option(
        names = "--max-body",
        paramLabel = "BYTES",
        defaultValue = "1073741824",
        description = "The body of a request; 413 if it is more. (default: 1 GiB)")
    private long body;
  }

  @Override
  public Integer call() throws IOException {
    ServeSettings settings = settings();
    WasiConfig config = wasi.config().stdout(System.out).stderr(System.err).build();
    PrintWriter err = spec.commandLine().getErr();
    WasiHttpHandler handler;
    try (Progress progress = new Progress(err, main.interactive(), "loading " + file)) {
      Component component =
          ComponentFile.load(file, cache.tiered(err).withProgress(progress.of(file)));
      progress.now("linking " + file);
      handler = WasiHttpHandler.of(component, String.valueOf(file.getFileName()), Imports.NONE);
    }
    ComponentServer server = new ComponentServer(handler, config, settings, new Log(err));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "serve stop"));
    err.println("serving " + file + " at http://" + host() + ":" + server.port() + "/");
    err.flush();
    try {
      server.join();
    } catch (InterruptedException e) {
      server.stop();
    }
    return ExitCode.OK.number();
  }

  private String host() {
    return address.indexOf(':') < 0 ? address : "[" + address + "]";
  }

  private ServeSettings settings() {
    require(port >= 0 && port <= 65_535, "--port: expected 0 to 65535, found " + port);
    require(limits.requests > 0, "--max-requests: expected at least 1");
    require(limits.connections > 0, "--max-connections: expected at least 1");
    require(limits.header >= 256, "--max-header: expected at least 256");
    require(limits.body >= 0, "--max-body: expected at least 0");
    return new ServeSettings(
        address,
        port,
        seconds("--header-timeout", times.header),
        seconds("--idle-timeout", times.idle),
        seconds("--request-timeout", times.request),
        seconds("--grace", times.grace),
        limits.header,
        limits.body,
        limits.requests,
        limits.connections);
  }

  private Duration seconds(String option, double seconds) {
    require(
        seconds >= 0.001 && seconds <= 86_400,
        option + ": expected 0.001 to 86400 seconds, found " + seconds);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private void require(boolean valid, String message) {
    if (!valid) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  /** Lines of standard error. */
  private final class Log implements ServeLog {
    private final PrintWriter err;

    Log(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void access(String line) {
      if (!quiet) {
        err.println(Printable.line(line));
        err.flush();
      }
    }

    @Override
    public void problem(String request, HttpOutcome outcome) {
      main.errors().say(request + ": " + outcome.problem().orElse("failed"), outcome.cause());
    }
  }
}
