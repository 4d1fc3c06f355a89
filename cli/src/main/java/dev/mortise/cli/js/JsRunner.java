package dev.mortise.cli.js;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.graalvm.polyglot.Source;

/** Runs scripts. */
public final class JsRunner {
  private JsRunner() {}

  /** Runs a module, with its top-level awaits. */
  public static JsOutcome file(JsSettings settings, Path script, PrintWriter out, PrintWriter err)
      throws IOException {
    try (JsHost host = new JsHost(settings, out, err)) {
      return host.run(() -> host.js().load(script.toAbsolutePath().normalize().toString()));
    }
  }

  /** Runs a text as a module in the working folder. */
  public static JsOutcome text(JsSettings settings, String text, PrintWriter out, PrintWriter err)
      throws IOException {
    try (JsHost host = new JsHost(settings, out, err)) {
      Source source =
          Source.newBuilder("js", text, "[stdin]")
              .mimeType("application/javascript+module")
              .buildLiteral();
      return host.run(() -> host.js().eval(source));
    }
  }

  /** Reads and evaluates what is typed at the terminal, until it ends. */
  public static JsOutcome prompt(JsSettings settings, PrintWriter out, PrintWriter err)
      throws IOException {
    try (JsHost host = new JsHost(settings, out, err)) {
      return JsPrompt.atTerminal(host);
    }
  }
}
