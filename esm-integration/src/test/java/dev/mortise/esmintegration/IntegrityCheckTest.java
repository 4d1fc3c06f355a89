package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules whose bytes an import map fixes, by {@code integrity}. */
class IntegrityCheckTest {
  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
    scripts
        .component("ops", "ops.wasm")
        .component("shop", "shop.wasm")
        .component("core", "core.wasm");
    scripts.write("log.mjs", "export const add = (a, b) => `${a} and ${b}`;");
    scripts.write("data.json", "{\"add\": 1}");
  }

  private String metadata(String file) throws Exception {
    byte[] bytes = Files.readAllBytes(scripts.folder().resolve(file));
    return "sha384-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
  }

  private static String map(String url, String metadata) {
    return "{\"imports\": {\"docs:math/ops\": \"./ops.wasm\"}, \"integrity\": {\""
        + url
        + "\": \""
        + metadata
        + "\"}}";
  }

  private void change(String file) throws IOException {
    Path path = scripts.folder().resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = ' ';
    Files.write(path, longer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log.mjs   | import { add } from './log.mjs'; export const result = add(1, 2);  | 1 and 2",
        "data.json | import d from './data.json' with { type: 'json' }; export const result ="
            + " d.add; | 1",
        "ops.wasm  | import { ops } from './ops.wasm'; export const result = ops.add(1, 2);       |"
            + " 3",
        "ops.wasm  | import { add } from 'docs:math/ops'; export const result = add(1, 2);        |"
            + " 3",
        "ops.wasm  | import { total } from './shop.wasm'; export const result = total(1, 2);      |"
            + " 3",
        "log.mjs   | const { add } = await import('./log.mjs'); export const result = add(1, 2);  |"
            + " 1 and 2",
      })
  void file_isWhatItHasToBe_orRefused(String file, String main, String result) throws Exception {
    scripts.write("main.mjs", main);
    String map = map("./" + file, metadata(file));
    assertThat(scripts.resultWithMap(map, "main.mjs")).isEqualTo(result);

    change(file);
    assertThatThrownBy(() -> scripts.resultWithMap(map, "main.mjs"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageContaining("[integrity-mismatch]")
        .hasMessageContaining(file)
        .hasMessageContaining("expected sha384-")
        .hasMessageContaining("found " + metadata(file));
  }

  @Test
  void otherFiles_areAsTheyAre() throws Exception {
    scripts.write("main.mjs", "import { add } from './log.mjs'; export const result = add(1, 2);");
    assertThat(scripts.resultWithMap(map("./ops.wasm", metadata("core.wasm")), "main.mjs"))
        .isEqualTo("1 and 2");
  }

  @Test
  void link_isTheFileThatItLeadsTo() throws Exception {
    Files.createSymbolicLink(scripts.folder().resolve("link.mjs"), Path.of("log.mjs"));
    scripts.write("main.mjs", "import { add } from './link.mjs'; export const result = add(1, 2);");
    String ofLink = map("./link.mjs", metadata("log.mjs"));
    String ofFile = map("./log.mjs", metadata("log.mjs"));
    assertThat(scripts.resultWithMap(ofLink, "main.mjs")).isEqualTo("1 and 2");
    assertThat(scripts.resultWithMap(ofFile, "main.mjs")).isEqualTo("1 and 2");

    change("log.mjs");
    assertThatThrownBy(() -> scripts.resultWithMap(ofLink, "main.mjs"))
        .hasMessageContaining("[integrity-mismatch]");
    assertThatThrownBy(() -> scripts.resultWithMap(ofFile, "main.mjs"))
        .hasMessageContaining("[integrity-mismatch]");
  }

  @Test
  void component_thatChangesBetweenContexts_isRefusedInTheLater() throws Exception {
    scripts.write(
        "main.mjs", "import { ops } from './ops.wasm'; export const result = ops.add(1, 2);");
    ComponentModules modules =
        scripts
            .modules()
            .importMap(scripts.importMap(map("./ops.wasm", metadata("ops.wasm"))))
            .build();
    assertThat(scripts.result(modules, "main.mjs")).isEqualTo("3");

    change("ops.wasm");
    assertThatThrownBy(() -> scripts.result(modules, "main.mjs"))
        .hasMessageContaining("[integrity-mismatch]");
    assertThat(modules.loadedComponents()).isEqualTo(1);
  }
}
