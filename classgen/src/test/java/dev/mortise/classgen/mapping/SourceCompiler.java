package dev.mortise.classgen.mapping;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the sources of a model. */
public final class SourceCompiler {
  /** Where the classes go. */
  public static final Path OUTPUT = Path.of("target/sources");

  /** Whoever compiles generated sources may have warnings as errors. */
  private static final Set<Diagnostic.Kind> WRONG =
      EnumSet.of(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);

  private SourceCompiler() {}

  /** Compiles, and gives what javac finds wrong or doubtful. */
  public static List<String> errors(JavaModel model) throws IOException {
    Files.createDirectories(OUTPUT);
    List<JavaFileObject> files = new ArrayList<>();
    model.topLevel().forEach(i -> files.add(new Source(i.name(), JavaSource.of(i))));
    files.add(new Source(model.world().name(), JavaSource.ofWorld(model)));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-Xlint:all",
            "-d",
            OUTPUT.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    boolean unused = compiler.getTask(null, null, found, options, null, files).call();
    return found.getDiagnostics().stream()
        .filter(d -> WRONG.contains(d.getKind()))
        .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(ClassName name, String text) {
      super(URI.create("string:///" + name.internalName() + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
