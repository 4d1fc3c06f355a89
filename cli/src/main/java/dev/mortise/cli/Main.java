package dev.mortise.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code mortise}. */
@Command(
    name = "mortise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs WebAssembly components on the JVM.")
final class Main implements Runnable {

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init")
  private CommandLine.Model.CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
