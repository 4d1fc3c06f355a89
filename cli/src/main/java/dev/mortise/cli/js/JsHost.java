package dev.mortise.cli.js;

import dev.mortise.esmintegration.MortiseContext;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.Result;
import dev.mortise.wasi.Wasi;
import dev.mortise.wasi.WasiExit;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.PrintWriter;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;
import wit.wasi.cli.v0_2.Exit;

/** What a script runs in: a context, and WASI for the components that import it. */
final class JsHost implements AutoCloseable {
  private final WasiConfig granted;
  private final MortiseContext js;

  /** Most scripts need none. */
  private @Nullable Wasi wasi;

  private @Nullable Integer exitStatus;

  /**
   * A host.
   *
   * @throws IOException when a folder or the import map cannot be read
   */
  JsHost(JsSettings settings, PrintWriter out, PrintWriter err) throws IOException {
    granted = settings.granted();
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
    builder.modules(modules -> modules.imports(this::wasi));
    builder.context(context -> configure(context, settings, out, err));
    js = builder.build();
  }

  private static void configure(
      Context.Builder context, JsSettings settings, PrintWriter out, PrintWriter err) {
    context.out(new WriterStream(out)).err(new WriterStream(err));
    context.arguments("js", settings.arguments().toArray(String[]::new));
    context.allowExperimentalOptions(true);
    // A promise that fails and that nobody looks at is an error, and not nothing.
    context.option("js.unhandled-rejections", "throw");
    context.option("engine.WarnInterpreterOnly", "false");
    if (settings.java()) {
      context.allowHostAccess(HostAccess.ALL).allowHostClassLookup(name -> true);
    }
  }

  private Imports wasi() {
    Wasi made = Wasi.of(granted);
    wasi = made;
    return Imports.of(Exit.class, new ContextExit()).or(made.imports());
  }

  /** Ends the context: a script must not go on when a component has ended the process. */
  private final class ContextExit implements Exit {
    @Override
    public void exit(Result<Void, Void> status) {
      exitWithCode(status instanceof Result.Ok ? 0 : 1);
    }

    @Override
    public void exitWithCode(int statusCode) {
      exitStatus = statusCode;
      js.context().close(true); // and throws what no code of the context can catch
      throw new WasiExit(statusCode);
    }
  }

  /**
   * Runs something in the context.
   *
   * @return how it went: what it throws, or that a component has ended it
   */
  JsOutcome run(Runnable script) {
    try {
      script.run();
      return JsOutcome.Done.DONE;
    } catch (PolyglotException e) {
      Integer status = exitStatus;
      return status == null ? GuestError.outcome(js.modules(), e) : new JsOutcome.Exited(status);
    } catch (IllegalStateException e) {
      return new JsOutcome.Thrown(String.valueOf(e.getMessage()));
    }
  }

  MortiseContext js() {
    return js;
  }

  @Override
  public void close() {
    try {
      if (exitStatus == null) { // else it is closed
        js.close();
      }
    } finally {
      Wasi open = wasi;
      if (open != null) {
        open.close();
      }
    }
  }
}
