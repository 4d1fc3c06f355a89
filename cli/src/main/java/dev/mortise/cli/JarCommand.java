package dev.mortise.cli;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.jar.Contracts;
import dev.mortise.classgen.jar.ModularJar;
import dev.mortise.classgen.jar.ModuleDescriptor;
import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.input.JavaName;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.module.FindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise jar}: a component as a modular jar. */
@Command(
    name = "jar",
    sortOptions = false,
    description = {
      "Makes a modular jar of a component: Java interfaces and types, and its code, compiled.",
      "The jar needs mortise-runtime beside it, and no compiler: greeter.wasm is the class"
          + " greeter.Greeter, whose method instantiate takes what the component imports."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise jar examples/hello-java/hello.wasm -o hello.jar --sources hello-sources.jar",
      "  mortise jar shop.wasm --with-runtime -o mods/shop.jar",
      "  mortise jar shop.wasm --contracts contracts/ -o shop.jar"
    })
final class JarCommand implements Callable<Integer> {

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
      names = {"-o", "--output"},
      paramLabel = "JAR",
      description = "The jar to write; without it greeter.wasm becomes greeter.jar here.")
  private @Nullable Path output;

  @Option(
      names = "--sources",
      paramLabel = "JAR",
      description = "Also write the sources of the declarations, for editors.")
  private @Nullable Path sources;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "The name of the Java module; without it the file's name.")
  private @Nullable String module;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description =
          "The Java package of the component's own classes. Without it greeter.wasm is"
              + " greeter.Greeter.")
  private @Nullable String packageName;

  @Option(
      names = "--with-runtime",
      description =
          "Also put the jars beside it that it needs to run: mortise-runtime and those of the"
              + " engine.")
  private boolean withRuntime;

  @Option(
      names = "--contracts",
      paramLabel = "PATH",
      description =
          "Jars, or folders of jars, that have declarations of WIT packages already, which several"
              + " components share (mortise bindgen makes them).")
  private List<Path> contracts = List.of();

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(file.getFileName());
    String moduleName = module == null ? ModuleDescriptor.nameOf(name) : module;
    JavaName.require("--module", "module", moduleName, spec.commandLine());
    if (packageName != null) {
      JavaName.require("--package", "package", packageName, spec.commandLine());
    }
    Path jar = output == null ? Path.of(name.replaceAll("\\.wasm$", "") + ".jar") : output;
    PrintWriter err = spec.commandLine().getErr();
    ComponentClasses classes;
    try (Progress progress = new Progress(err, main.interactive(), "reading " + name)) {
      byte[] bytes = ComponentFile.read(file);
      progress.now("compiling " + name);
      classes = ComponentClasses.of(bytes, name, packageName);
    }
    byte[] made = ModularJar.of(classes, moduleName, shared());
    classes.warnings().forEach(warning -> err.println("warning: " + Printable.line(warning)));
    write(jar, made);
    spec.commandLine()
        .getOut()
        .println(
            Printable.line(
                jar + ": module " + moduleName + ", class " + classes.model().world().name()));
    if (withRuntime) {
      RuntimeJars.copyBeside(jar.toAbsolutePath());
    }
    if (sources != null) {
      write(sources, ModularJar.sources(classes));
    }
    return ExitCode.OK.number();
  }

  private Contracts shared() {
    for (Path path : contracts) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "--contracts " + path + ": no such file");
      }
    }
    try {
      return Contracts.of(contracts);
    } catch (FindException e) {
      throw new ParameterException(
          spec.commandLine(), "--contracts: " + Printable.line(String.valueOf(e.getMessage())));
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, bytes);
  }
}
