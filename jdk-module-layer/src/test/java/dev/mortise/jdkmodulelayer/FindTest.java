package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.jdkmodulelayer.find.FoundModules;
import dev.mortise.runtime.error.ComponentFindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on a path. */
class FindTest {
  private static final byte[] CORE_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  @TempDir Path temp;

  @Test
  void folder_hasItsComponentsAndJarsInOrder() throws Exception {
    Path folder = Guests.folder(temp.resolve("path"), "shop", "ops");
    Guests.contracts(folder, "ops");
    Files.write(folder.resolve("core.wasm"), CORE_MODULE);
    Files.writeString(folder.resolve("README.md"), "no module");
    var found = FoundModules.of(List.of(folder));
    assertThat(found.modules().keySet())
        .containsExactlyInAnyOrder("wit.docs.math.v0_2", "ops", "shop");
    assertThat(found.components().stream().map(c -> c.name())).containsExactly("ops", "shop");
  }

  @Test
  void entries_mayBeFilesAndTheFirstOfANameCounts() throws Exception {
    Path first = Guests.folder(temp.resolve("first"), "ops").resolve("ops.wasm");
    Path second = Guests.folder(temp.resolve("second"), "ops", "shop");
    var found = FoundModules.of(List.of(first, second));
    assertThat(found.find("ops").orElseThrow().location()).isEqualTo(first.toString());
    assertThat(found.components()).hasSize(2);
  }

  @Test
  void whatIsNoModule_isToldAtOnce() throws Exception {
    Path folder = Guests.folder(temp.resolve("path"), "ops");
    Files.write(folder.resolve("broken.wasm"), new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0, 99});
    Files.write(folder.resolve("text-c.wasm"), Guests.bytes("ops"));
    Files.write(folder.resolve("text.c.wasm"), Guests.bytes("shop"));
    Path core = Files.write(temp.resolve("core.wasm"), CORE_MODULE);
    Path none = temp.resolve("none");
    assertThatExceptionOfType(ComponentFindException.class)
        .isThrownBy(() -> FoundModules.of(List.of(folder, core, none)))
        .satisfies(
            e ->
                assertThat(e.diagnostics().stream().map(d -> d.code()))
                    .containsExactlyInAnyOrder(
                        "unknown-section", "duplicate-module", "not-a-component", "missing-path"))
        .withMessageContaining("broken.wasm: ")
        .withMessageContaining("text-c.wasm and ");
  }
}
