package dev.mortise.cli;

import dev.mortise.cli.js.JsOutcome;
import dev.mortise.cli.js.JsRunner;
import dev.mortise.cli.js.JsSettings;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.run.WasiOptions;
import dev.mortise.wasi.config.Stdio;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code mortise js}: JavaScript that imports components. No type of GraalJS is named here: picocli
 * looks at this class whatever the verb is.
 */
@Command(
    name = "js",
    sortOptions = false,
    description = {
      "Runs a JavaScript module, whose imports may be components; without SCRIPT, reads and"
          + " evaluates what is typed, with imports and top-level await.",
      "",
      "The script may read modules that lie in its folder or beneath it, and may do nothing else:"
          + " no other file, no Java, no network, no environment. At the prompt that is the working"
          + " folder.",
      "",
      "A component that imports WASI, which no module supplies, has the standard streams, clocks"
          + " and random numbers, and what the options --dir to --allow-http grant it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise js examples/esm/scripts/greeter.mjs",
      "  mortise js --import-map map.json main.mjs",
      "  mortise js --dir data::/:ro main.mjs",
      "  mortise js",
      "  > import { greet } from './hello.wasm'; greet('World')"
    })
final class JsCommand implements Callable<Integer> {
  private static final String READ = "read";
  private static final String JAVA = "java";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "The module to run; - reads one from standard input.")
  private @Nullable String script;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "What the script finds in the global arguments.")
  private List<String> arguments = List.of();

  @Option(
      names = "--import-map",
      paramLabel = "FILE",
      description = {
        "Which module a name means, as JSON: {\"imports\": {\"docs:text/log\": \"./log.mjs\"}}.",
        "Addresses are relative to the file; a component's imports are looked up in it too."
      })
  private @Nullable Path importMap;

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "WHAT",
      description = {
        "Let the script do more: read=DIR reads modules of another folder, read those of all"
            + " folders, java reaches Java classes by Java.type."
      })
  private List<String> allowed = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private WasiOptions wasi;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    JsOutcome outcome;
    if (script == null && isTerminal()) {
      outcome = JsRunner.prompt(settings(Path.of("")), out, err);
    } else if (script == null || script.equals("-")) {
      String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      outcome = JsRunner.text(settings(Path.of("")), text, out, err);
    } else {
      Path file = requireFile(Path.of(script));
      outcome = JsRunner.file(settings(file.toAbsolutePath().getParent()), file, out, err);
    }
    out.flush();
    return switch (outcome) {
      case JsOutcome.Done done -> ExitCode.OK.number();
      case JsOutcome.Exited exited -> exited.status();
      case JsOutcome.Failed failed -> {
        main.errors().say(failed.text());
        yield ExitCode.of(failed.why()).number();
      }
      case JsOutcome.Thrown thrown -> {
        main.errors().say(thrown.text());
        yield ExitCode.SCRIPT.number();
      }
    };
  }

  private JsSettings settings(@Nullable Path folder) {
    List<Path> folders = new ArrayList<>();
    if (folder != null) {
      folders.add(folder);
    }
    boolean readsAll = false;
    boolean java = false;
    for (String what : allowed) {
      if (what.equals(READ)) {
        readsAll = true;
      } else if (what.equals(JAVA)) {
        java = true;
      } else if (what.startsWith(READ + "=")) {
        folders.add(Path.of(what.substring(READ.length() + 1)));
      } else {
        throw new ParameterException(
            spec.commandLine(),
            "--allow " + what + ": expected read, read=DIR or java, found '" + what + "'");
      }
    }
    return new JsSettings(importMap, folders, readsAll, java, arguments, granted());
  }

  private WasiConfig granted() {
    List<String> words = new ArrayList<>();
    words.add(script == null ? "-" : String.valueOf(Path.of(script).getFileName()));
    words.addAll(arguments);
    return wasi.config()
        .stdio(new Stdio(System.in, System.out, System.err, main.terminals()))
        .arguments(words)
        .build();
  }

  private static Path requireFile(Path file) throws FileSystemException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "this is a folder, not a script");
    }
    return file;
  }

  /** Whether somebody types: the launcher knows, Java 21 does not. */
  private static boolean isTerminal() {
    return Boolean.getBoolean("mortise.stdin.terminal");
  }
}
