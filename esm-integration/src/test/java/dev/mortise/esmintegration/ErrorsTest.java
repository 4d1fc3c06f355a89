package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error as the code of a context sees it, in one text: errors.txt. */
class ErrorsTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/mortise/esmintegration/errors.txt");

  @TempDir Path folder;
  private Scripts scripts;
  private final Map<String, String> messages = new LinkedHashMap<>();

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
    for (String name :
        new String[] {"ops", "shop", "later", "twins", "left", "right", "starts", "bill"}) {
      scripts.component(name, name + ".wasm");
    }
    scripts.write("log.mjs", "import './starts.wasm'; export const log = () => {};");
    scripts.write("ring.mjs", "import { next as n } from 'docs:ring/left'; export const next = n;");
    Files.write(
        scripts.folder().resolve("broken.wasm"), new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0, 99});
  }

  /** Imports a specifier under an import map, and keeps what is said. */
  private void failing(String what, String imports, String specifier) {
    scripts.write(what + ".mjs", "import '" + specifier + "'; export const result = 'none';");
    ComponentModules modules =
        scripts
            .modules()
            .register("docs:known/name", Guests.load("ops"))
            .importMap(scripts.importMap("{\"imports\": {" + imports + "}}"))
            .build();
    String message;
    try {
      message = "no error: " + scripts.result(modules, what + ".mjs");
    } catch (PolyglotException e) {
      String code = modules.failure(e).map(MortiseException::code).orElse("unknown to the host");
      message = e.getMessage() + "\n(" + code + ")";
    }
    messages.put(what, message.replace(scripts.folder().toString(), "$DIR"));
  }

  @Test
  void messages_areTheGoldenOnes() throws IOException {
    failing("missing file", "", "./nowhere.wasm");
    failing("missing extension", "", "./ops");
    failing("unknown name", "", "docs:math/ops@0.2.3");
    failing("name that is nearly known", "", "docs:known/nam");
    failing("bare name", "", "greeter");
    failing("bare file", "", "ops.wasm.mjs");
    failing("address without a file", "\"docs:math/ops\": \"./nowhere.wasm\"", "docs:math/ops");
    failing("address that is not registered", "\"math\": \"docs:known/name2\"", "math");
    failing("blocked name", "\"docs:math/ops\": null", "docs:math/ops");
    failing("prefix that is left", "\"lib/\": \"./lib/\"", "lib/../ops.wasm");
    failing("import without supplier", "", "./shop.wasm");
    failing("function without supplier", "", "./later.wasm");
    failing("several without supplier", "\"docs:shop/cart\": null", "./bill.wasm");
    failing("wrong component", "\"docs:math/ops\": \"./twins.wasm\"", "./shop.wasm");
    scripts.write("plain.mjs", "export const other = 1;");
    failing("script without the function", "\"docs:math/ops\": \"./plain.mjs\"", "./shop.wasm");
    failing("script without the default", "\"now\": \"./plain.mjs\"", "./later.wasm");
    failing("interface for a function", "\"now\": \"./ops.wasm#ops\"", "./later.wasm");
    failing("ambiguous short name", "", "./twins.wasm#ops");
    failing("unknown interface", "", "./twins.wasm#docs:first/op");
    failing(
        "components in a ring",
        "\"docs:ring/left\": \"./left.wasm\", \"docs:ring/right\": \"./right.wasm\"",
        "./left.wasm");
    failing("component and script in a ring", "\"docs:text/log\": \"./log.mjs\"", "./log.mjs");
    failing(
        "components and a script in a ring",
        "\"docs:ring/left\": \"./left.wasm\", \"docs:ring/right\": \"./ring.mjs\"",
        "./left.wasm");
    String asked = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
    failing(
        "script of other bytes",
        "}, \"integrity\": {\"./plain.mjs\": \"" + asked + "\"",
        "./plain.mjs");
    failing(
        "component of other bytes",
        "\"docs:math/ops\": \"./ops.wasm\"}, \"integrity\": {\"./ops.wasm\": \"" + asked + "\"",
        "docs:math/ops");
    failing("broken component", "", "./broken.wasm");
    StringBuilder text = new StringBuilder();
    messages.forEach(
        (what, message) ->
            text.append("## ").append(what).append('\n').append(message).append("\n\n"));
    if (System.getProperty("bless") != null) {
      Files.writeString(GOLDEN, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(GOLDEN));
  }
}
