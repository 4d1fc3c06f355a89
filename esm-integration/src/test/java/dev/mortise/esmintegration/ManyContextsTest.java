package dev.mortise.esmintegration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components are loaded and compiled once, however many contexts import them. */
class ManyContextsTest {
  private static final int CONTEXTS = 1000;

  @TempDir Path folder;

  @Test
  void thousandContexts_loadEachComponentOnce() throws Exception {
    Scripts scripts = new Scripts(folder.toRealPath());
    scripts.component("ops", "ops.wasm").component("ops", "copy.wasm");
    scripts.component("shop", "shop.wasm");
    scripts.write(
        "main.mjs",
        """
        import { total, 'docs:shop/cart@1.0.0' as cart } from './shop.wasm';
        import { ops } from './copy.wasm';
        total(1, 2);
        export const result = ops.add(cart.calls(), 0);
        """);
    ComponentModules modules =
        scripts
            .modules()
            .importMap(scripts.importMap("{\"imports\": {\"docs:math/ops\": \"./ops.wasm\"}}"))
            .build();
    Context.Builder builder = modules.configure(Context.newBuilder("js").engine(Scripts.ENGINE));
    String main = scripts.folder() + "/main.mjs";
    List<Future<Integer>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < CONTEXTS; i++) {
        results.add(
            threads.submit(
                () -> {
                  try (Context context = builder.build()) {
                    return modules
                        .attach(context)
                        .load(main)
                        .orElseThrow()
                        .getMember("result")
                        .asInt();
                  }
                }));
      }
    }
    for (Future<Integer> result : results) {
      // An instance of its own: a shared one would have counted further.
      assertThat(result.get()).isEqualTo(1);
    }
    // Two contents in three files.
    assertThat(modules.loadedComponents()).isEqualTo(2);
  }

  @Test
  void fileThatChanges_isLoadedAgain() throws Exception {
    Scripts scripts = new Scripts(folder.toRealPath());
    ComponentModules modules = scripts.modules().build();
    scripts.write("main.mjs", "import c from './c.wasm'; export const result = Object.keys(c);");
    scripts.component("ops", "c.wasm");
    assertThat(scripts.result(modules, "main.mjs")).startsWith("docs:math/ops");
    scripts.component("twins", "c.wasm");
    assertThat(scripts.result(modules, "main.mjs")).startsWith("docs:first/ops");
    assertThat(modules.loadedComponents()).isEqualTo(2);
  }
}
