package dev.mortise.cli.js;

import dev.mortise.esmintegration.MortiseContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.FileSystem;

/** Runs scripts. */
public final class JsRunner {
  private JsRunner() {}

  /** Runs a module, with its top-level awaits. */
  public static JsOutcome file(JsSettings settings, Path script, PrintWriter out, PrintWriter err)
      throws IOException {
    try (MortiseContext js = context(settings, out, err)) {
      return run(js, () -> js.load(script.toAbsolutePath().normalize().toString()));
    }
  }

  /** Runs a text as a module in the working folder. */
  public static JsOutcome text(JsSettings settings, String text, PrintWriter out, PrintWriter err)
      throws IOException {
    try (MortiseContext js = context(settings, out, err)) {
      Source source =
          Source.newBuilder("js", text, "[stdin]")
              .mimeType("application/javascript+module")
              .buildLiteral();
      return run(js, () -> js.eval(source));
    }
  }

  /** Reads and evaluates what is typed at the terminal, until it ends. */
  public static JsOutcome prompt(JsSettings settings, PrintWriter out, PrintWriter err)
      throws IOException {
    try (MortiseContext js = context(settings, out, err)) {
      JsPrompt.atTerminal(js);
      return JsOutcome.Done.DONE;
    }
  }

  static MortiseContext context(JsSettings settings, PrintWriter out, PrintWriter err)
      throws IOException {
    MortiseContext.Builder builder = MortiseContext.newBuilder();
    if (settings.importMap() != null) {
      builder.importMap(settings.importMap());
    }
    if (settings.readsAll()) {
      FileSystem everything = FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem());
      builder.modules(modules -> modules.fileSystem(everything));
    } else {
      settings.folders().forEach(builder::folder);
    }
    builder.context(
        context -> {
          context.out(new WriterStream(out)).err(new WriterStream(err));
          context.arguments("js", settings.arguments().toArray(String[]::new));
          context.allowExperimentalOptions(true);
          // A promise that fails and that nobody looks at is an error, and not nothing.
          context.option("js.unhandled-rejections", "throw");
          context.option("engine.WarnInterpreterOnly", "false");
          if (settings.java()) {
            context.allowHostAccess(HostAccess.ALL).allowHostClassLookup(name -> true);
          }
        });
    return builder.build();
  }

  private static JsOutcome run(MortiseContext js, Runnable script) {
    try {
      script.run();
      return JsOutcome.Done.DONE;
    } catch (PolyglotException e) {
      return GuestError.outcome(js.modules(), e);
    } catch (IllegalStateException e) {
      return new JsOutcome.Thrown(String.valueOf(e.getMessage()));
    }
  }
}
