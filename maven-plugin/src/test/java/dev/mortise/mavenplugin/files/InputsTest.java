package dev.mortise.mavenplugin.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path temp;

  private Path file(String path) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, path);
  }

  @Test
  void missingFolders_holdNothing() throws IOException {
    Inputs inputs = Inputs.in(temp.resolve("wasm"), temp.resolve("wit"));
    assertThat(inputs.all()).isEmpty();
    assertThat(inputs.files()).isEmpty();
  }

  @Test
  void components_areOrderedAndNothingElse() throws IOException {
    Path second = file("wasm/b.wasm");
    Path first = file("wasm/a/z.wasm");
    file("wasm/b.lock.wit");
    assertThat(Inputs.componentsIn(temp.resolve("wasm"))).containsExactly(first, second);
  }

  @Test
  void wit_isOneInputOfAllItsFiles() throws IOException {
    Path own = file("wit/shop.wit");
    Path used = file("wit/deps/clocks/clock.wit");
    Inputs inputs = Inputs.in(temp.resolve("wasm"), temp.resolve("wit"));
    assertThat(inputs.all()).containsExactly(temp.resolve("wit"));
    assertThat(inputs.files()).containsExactly(used, own);
  }
}
