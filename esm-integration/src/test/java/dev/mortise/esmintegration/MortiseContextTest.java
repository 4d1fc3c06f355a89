package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contexts made in one step, and what their file systems let be read. */
class MortiseContextTest {
  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws Exception {
    scripts = new Scripts(folder.toRealPath());
    scripts.component("ops", "in/ops.wasm").component("ops", "out/ops.wasm");
    scripts.write("in/main.mjs", "export { ops } from './ops.wasm';");
    scripts.write("out/secret.mjs", "export const secret = 1;");
  }

  private MortiseContext context() throws IOException {
    return MortiseContext.newBuilder()
        .folder(scripts.folder().resolve("in"))
        .context(builder -> builder.option("engine.WarnInterpreterOnly", "false"))
        .build();
  }

  @Test
  void load_ofAFile_isRelativeToTheFolder() throws Exception {
    try (MortiseContext js = context()) {
      assertThat(js.load("main.mjs").getMember("ops").invokeMember("add", 1, 2).asInt())
          .isEqualTo(3);
      assertThat(js.load("ops.wasm").getMember("ops").invokeMember("mul", 2, 3).asInt())
          .isEqualTo(6);
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void load_ofARegisteredName_findsIt() throws Exception {
    Files.writeString(
        scripts.folder().resolve("map.json"), "{\"imports\": {\"math\": \"./in/ops.wasm\"}}");
    try (MortiseContext js =
        MortiseContext.newBuilder()
            .engine(Scripts.ENGINE)
            .context(builder -> builder.allowHostAccess(org.graalvm.polyglot.HostAccess.EXPLICIT))
            .folder(scripts.folder().resolve("in"))
            .importMap(scripts.folder().resolve("map.json"))
            .register("shop", Guests.load("ops"))
            .build()) {
      assertThat(js.load("shop").getMember("ops").invokeMember("add", 1, 2).asInt()).isEqualTo(3);
      assertThat(js.load("math").getMember("ops").invokeMember("add", 1, 2).asInt()).isEqualTo(3);
    }
  }

  @Test
  void load_thatNeverEnds_saysSo() throws Exception {
    scripts.write("in/waits.mjs", "await new Promise(() => {});");
    try (MortiseContext js = context()) {
      assertThatThrownBy(() -> js.load("waits.mjs"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("waits.mjs awaits what never happens");
    }
  }

  @Test
  void outside_isNotRead() throws Exception {
    Files.createSymbolicLink(
        scripts.folder().resolve("in/link.mjs"), scripts.folder().resolve("out/secret.mjs"));
    scripts.write("in/up.mjs", "import '../out/secret.mjs';");
    scripts.write("in/linked.mjs", "import './link.mjs';");
    scripts.write("in/component.mjs", "import '../out/ops.wasm';");
    scripts.write("in/missing.mjs", "import '../out/nowhere.mjs';");
    for (String name : new String[] {"up.mjs", "linked.mjs", "component.mjs", "missing.mjs"}) {
      try (MortiseContext js = context()) {
        assertThatThrownBy(() -> js.load(name))
            .as(name)
            .isInstanceOf(PolyglotException.class)
            .hasMessageContaining("it lies outside of the folders that may be read");
      }
    }
  }

  @Test
  void userFileSystem_isAskedForEveryFile() throws Exception {
    List<String> asked = new ArrayList<>();
    FileSystem below = FileSystem.newDefaultFileSystem();
    FileSystem own =
        new DelegatingTestFileSystem(below) {
          @Override
          void opening(Path path) throws IOException {
            String name = String.valueOf(path.getFileName());
            asked.add(name);
            if (name.equals("hidden.wasm")) {
              throw new NoSuchFileException(path.toString(), null, "not for you");
            }
          }
        };
    scripts.component("ops", "in/hidden.wasm");
    scripts.write("in/hides.mjs", "import './hidden.wasm';");
    ComponentModules modules = ComponentModules.builder().fileSystem(own).build();
    assertThatThrownBy(() -> scripts.result(modules, "in/hides.mjs"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageContaining("[module-not-found]");
    scripts.write(
        "in/sums.mjs", "import { ops } from './ops.wasm'; export const result = ops.add(1, 2);");
    assertThat(scripts.result(modules, "in/sums.mjs")).isEqualTo("3");
    assertThat(asked).contains("hides.mjs", "hidden.wasm", "sums.mjs", "ops.wasm");
  }
}
