package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JavaScript modules alone: which of them a specifier means. */
class ScriptModulesTest {
  private static final String COUNT = "globalThis.count = (globalThis.count ?? 0) + 1;";

  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
    scripts.write(
        "lib/log.mjs", COUNT + "export const log = 'log'; export default 'default of log';");
    scripts.write("lib/other.mjs", "export const log = 'other';");
  }

  @Test
  void relative_isBesideTheImporter() {
    scripts.write("lib/main.mjs", "export { log as result } from './log.mjs';");
    assertThat(scripts.result("lib/main.mjs")).isEqualTo("log");
  }

  @Test
  void parent_isAboveTheImporter() {
    scripts.write("lib/deep/main.mjs", "export { log as result } from '../log.mjs';");
    assertThat(scripts.result("lib/deep/main.mjs")).isEqualTo("log");
  }

  @Test
  void absolute_isAFile() {
    scripts.write(
        "main.mjs", "export { log as result } from '" + scripts.folder() + "/lib/log.mjs';");
    assertThat(scripts.result("main.mjs")).isEqualTo("log");
  }

  @Test
  void fileUrl_isAFile() {
    String url = "file://" + scripts.folder() + "/lib/log.mjs";
    scripts.write("main.mjs", "export { log as result } from '" + url + "';");
    assertThat(scripts.result("main.mjs")).isEqualTo("log");
  }

  @Test
  void percentEncoded_isDecoded() {
    scripts.write("lib/a b.mjs", "export const result = 'with a space';");
    scripts.write("main.mjs", "export * from './lib/a%20b.mjs';");
    assertThat(scripts.result("main.mjs")).isEqualTo("with a space");
  }

  @Test
  void bare_isWhatTheImportMapSays() {
    scripts.write("main.mjs", "export { log as result } from 'logger';");
    assertThat(scripts.resultWithMap("{\"imports\": {\"logger\": \"./lib/log.mjs\"}}", "main.mjs"))
        .isEqualTo("log");
  }

  @Test
  void bareWithPrefix_isBelowItsAddress() {
    scripts.write("main.mjs", "export { log as result } from 'lib/other.mjs';");
    assertThat(scripts.resultWithMap("{\"imports\": {\"lib/\": \"./lib/\"}}", "main.mjs"))
        .isEqualTo("other");
  }

  @Test
  void relative_canBeMapped() {
    scripts.write("main.mjs", "export { log as result } from './lib/log.mjs';");
    assertThat(
            scripts.resultWithMap(
                "{\"imports\": {\"./lib/log.mjs\": \"./lib/other.mjs\"}}", "main.mjs"))
        .isEqualTo("other");
  }

  @Test
  void fileUrl_canBeMapped_evenWithoutAFile() {
    String url = "file://" + scripts.folder() + "/nowhere.mjs";
    scripts.write("main.mjs", "export { log as result } from '" + url + "';");
    assertThat(
            scripts.resultWithMap(
                "{\"imports\": {\"./nowhere.mjs\": \"./lib/other.mjs\"}}", "main.mjs"))
        .isEqualTo("other");
  }

  @Test
  void witName_isAScriptToo_andTheSameModule() {
    scripts.write(
        "main.mjs",
        """
        import main, { log } from 'docs:text/log';
        import './lib/log.mjs';
        export const result = log + ', ' + main + ', ' + count;
        """);
    assertThat(
            scripts.resultWithMap(
                "{\"imports\": {\"docs:text/log\": \"./lib/log.mjs\"}}", "main.mjs"))
        .isEqualTo("log, default of log, 1");
  }

  @Test
  void witNameWithVersion_isLookedForWithoutToo() {
    scripts.write("main.mjs", "export { log as result } from 'docs:text/log@0.2.1';");
    assertThat(
            scripts.resultWithMap(
                "{\"imports\": {\"docs:text/log\": \"./lib/log.mjs\"}}", "main.mjs"))
        .isEqualTo("log");
  }

  @Test
  void scope_holdsForTheModulesInIt() {
    scripts.write("main.mjs", "export { log as result } from 'logger';");
    scripts.write("admin/main.mjs", "export { log as result } from 'logger';");
    String map =
        """
        {
          "imports": { "logger": "./lib/log.mjs" },
          "scopes": { "./admin/": { "logger": "./lib/other.mjs" } }
        }
        """;
    assertThat(scripts.resultWithMap(map, "main.mjs")).isEqualTo("log");
    assertThat(scripts.resultWithMap(map, "admin/main.mjs")).isEqualTo("other");
  }

  @Test
  void scope_holdsForWitNamesAndDynamicImports() {
    scripts.write(
        "admin/main.mjs",
        """
        const name = 'docs:text/log';
        const { log } = await import(name);
        const { log: relative } = await import('../lib/log.mjs');
        import { log as wit } from 'docs:text/log';
        export const result = [log, relative, wit].join();
        """);
    String map =
        """
        {
          "imports": { "docs:text/log": "./lib/log.mjs" },
          "scopes": { "./admin/main.mjs": { "docs:text/log": "./lib/other.mjs" } }
        }
        """;
    assertThat(scripts.resultWithMap(map, "admin/main.mjs")).isEqualTo("other,log,other");
  }

  @Test
  void dynamicImport_topLevelAwait_exportStar() {
    scripts.write("all.mjs", "export * from './lib/log.mjs'; export const more = 1;");
    scripts.write(
        "main.mjs",
        """
        const all = await import('./all.mjs');
        export const result = Object.keys(all).join();
        """);
    assertThat(scripts.result("main.mjs")).isEqualTo("log,more");
  }

  @Test
  void json_isJson() {
    scripts.write("data.json", "{\"answer\": 42}");
    scripts.write(
        "main.mjs",
        "import data from 'config' with { type: 'json' }; export const result = data.answer;");
    assertThat(scripts.resultWithMap("{\"imports\": {\"config\": \"./data.json\"}}", "main.mjs"))
        .isEqualTo("42");
  }

  @Test
  void missingFile_saysWho() {
    scripts.write("main.mjs", "import './nowhere.mjs';");
    assertThatThrownBy(() -> scripts.result("main.mjs"))
        .isInstanceOf(PolyglotException.class)
        .hasMessage(
            "Error: [module-not-found] import \"./nowhere.mjs\" in %s/main.mjs: expected a module at"
                    .formatted(scripts.folder())
                + " %s/nowhere.mjs, found no such file".formatted(scripts.folder()));
  }

  @Test
  void unknownName_saysWhatToAdd() {
    scripts.write("main.mjs", "import 'docs:text/log';");
    assertThatThrownBy(() -> scripts.result("main.mjs"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageContaining("imported from %s/main.mjs".formatted(scripts.folder()))
        .hasMessageContaining("[module-not-found] import \"docs:text/log\"")
        .hasMessageContaining(
            "In the import map: {\"imports\": {\"docs:text/log\": \"./log.wasm\"}}");
  }

  @Test
  void blockedName_isRefused() {
    scripts.write("main.mjs", "import 'docs:text/log';");
    assertThatThrownBy(
            () -> scripts.resultWithMap("{\"imports\": {\"docs:text/log\": null}}", "main.mjs"))
        .hasMessageContaining("[module-blocked] import \"docs:text/log\"");
  }

  @Test
  void failure_isKnownToTheHost() {
    scripts.write("main.mjs", "import 'docs:text/log';");
    ComponentModules modules = scripts.modules().build();
    assertThatThrownBy(() -> scripts.result(modules, "main.mjs"))
        .satisfies(
            e ->
                assertThat(modules.failure((PolyglotException) e).orElseThrow().code())
                    .isEqualTo("module-not-found"));
  }

  @Test
  void thrownValue_reachesTheHost() {
    scripts.write("main.mjs", "throw 42;");
    assertThatThrownBy(() -> scripts.result("main.mjs")).hasMessageContaining("42");
  }

  @Test
  void neverSettled_isEmpty() {
    scripts.write("main.mjs", "await new Promise(() => {});");
    assertThatThrownBy(() -> scripts.result("main.mjs"))
        .isInstanceOf(java.util.NoSuchElementException.class);
  }
}
