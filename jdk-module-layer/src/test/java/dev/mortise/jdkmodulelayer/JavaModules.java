package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Java modules of the tests, compiled where they are needed. */
record JavaModules(Path temp) {
  /**
   * A module of one class, compiled against other modules and those compiled before.
   *
   * @return a folder of classes
   */
  Path compile(String module, String descriptor, String file, String source, Path against)
      throws Exception {
    Path classes = temp.resolve("java").resolve(module);
    String path =
        against + File.pathSeparator + runtime() + File.pathSeparator + temp.resolve("java");
    javac(
        module,
        Map.of("module-info.java", descriptor, file, source),
        "--module-path",
        path,
        "-d",
        classes.toString());
    return classes;
  }

  private void javac(String name, Map<String, String> sources, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-proc:none"));
    arguments.addAll(List.of(options));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path written = temp.resolve(name + "-source").resolve(source.getKey());
      Files.createDirectories(written.getParent());
      arguments.add(Files.writeString(written, source.getValue()).toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
    int code = compiler.run(out, out, arguments.toArray(String[]::new));
    assertThat(code).as(messages.toString()).isZero();
  }

  /** What contracts require, for javac alone: the tests have the run time on their class path. */
  private Path runtime() throws Exception {
    Path classes = temp.resolve("runtime");
    if (!Files.exists(classes)) {
      javac(
          "runtime",
          Map.of(
              "module-info.java",
              "module dev.mortise.runtime { exports dev.mortise.runtime; }",
              "dev/mortise/runtime/WitName.java",
              "package dev.mortise.runtime; public @interface WitName { String value(); }",
              "dev/mortise/runtime/Imports.java",
              "package dev.mortise.runtime; public interface Imports {}"),
          "-d",
          classes.toString());
    }
    return classes;
  }
}
