package dev.mortise.testing.wasi;

import dev.mortise.runtime.Imports;
import dev.mortise.testing.wasi.io.InputBuffer;
import dev.mortise.testing.wasi.io.OutputBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The package {@code wasi:cli}. Standard streams are no terminals. */
final class CliPart {
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<String> arguments = new ArrayList<>();
  final InputBuffer stdin = new InputBuffer("standard input, which stays open");
  final OutputBuffer stdout = new OutputBuffer();
  final OutputBuffer stderr = new OutputBuffer();
  private final Resources resources;

  CliPart(Resources resources) {
    this.resources = resources;
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:cli/environment@0.2.12",
        exports ->
            exports
                .func("get-environment", args -> environment())
                .func("get-arguments", args -> List.copyOf(arguments))
                .func("initial-cwd", args -> "/"));
    imports.instance(
        "wasi:cli/exit@0.2.12",
        exports ->
            exports
                .func(
                    "exit",
                    args -> {
                      throw exit(args.get(0).caseName().equals("ok") ? 0 : 1);
                    })
                .func(
                    "exit-with-code",
                    args -> {
                      throw exit(args.get(0).asInt());
                    }));
    streams(imports);
    terminals(imports);
  }

  private List<List<String>> environment() {
    return environment.entrySet().stream()
        .map(entry -> List.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private WasiExit exit(int status) {
    return new WasiExit(status, new String(stderr.bytes(), StandardCharsets.UTF_8));
  }

  private void streams(Imports.Builder imports) {
    imports.instance(
        "wasi:cli/stdin@0.2.12",
        exports ->
            exports
                .resource("input-stream", resources.inputStream())
                .func("get-stdin", args -> resources.inputStream().own(stdin)));
    output(imports, "stdout", stdout);
    output(imports, "stderr", stderr);
  }

  private void output(Imports.Builder imports, String name, OutputBuffer buffer) {
    imports.instance(
        "wasi:cli/" + name + "@0.2.12",
        exports ->
            exports
                .resource("output-stream", resources.outputStream())
                .func("get-" + name, args -> resources.outputStream().own(buffer)));
  }

  private void terminals(Imports.Builder imports) {
    imports.instance(
        "wasi:cli/terminal-input@0.2.12",
        exports -> exports.resource("terminal-input", resources.terminalInput()));
    imports.instance(
        "wasi:cli/terminal-output@0.2.12",
        exports -> exports.resource("terminal-output", resources.terminalOutput()));
    imports.instance(
        "wasi:cli/terminal-stdin@0.2.12",
        exports ->
            exports
                .resource("terminal-input", resources.terminalInput())
                .func("get-terminal-stdin", args -> null));
    for (String name : List.of("stdout", "stderr")) {
      imports.instance(
          "wasi:cli/terminal-" + name + "@0.2.12",
          exports ->
              exports
                  .resource("terminal-output", resources.terminalOutput())
                  .func("get-terminal-" + name, args -> null));
    }
  }
}
