package dev.mortise.mavenplugin.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
  @TempDir Path temp;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(temp.resolve("greeter.wasm"), "one");
  }

  private Stamp stamp(String... settings) throws IOException {
    return Stamp.of(temp.resolve("target/stamp"), List.of(settings), List.of(input));
  }

  @Test
  void firstRun_isNotCurrent() throws IOException {
    assertThat(stamp().isCurrent()).isFalse();
  }

  @Test
  void sameState_isCurrent() throws IOException {
    stamp("mortise 1").write();
    Files.setLastModifiedTime(input, FileTime.fromMillis(1));
    assertThat(stamp("mortise 1").isCurrent()).isTrue();
  }

  @Test
  void otherContentSettingOrFile_isNotCurrent() throws IOException {
    stamp("mortise 1").write();
    assertThat(stamp("mortise 2").isCurrent()).isFalse();
    assertThat(stamp().isCurrent()).isFalse();
    Path more = Files.writeString(temp.resolve("more.wasm"), "one");
    assertThat(
            Stamp.of(temp.resolve("target/stamp"), List.of("mortise 1"), List.of(input, more))
                .isCurrent())
        .isFalse();
    Files.writeString(input, "two");
    assertThat(stamp("mortise 1").isCurrent()).isFalse();
    Files.delete(input);
    assertThat(stamp("mortise 1").isCurrent()).isFalse();
  }

  @Test
  void forgottenState_isNotCurrent() throws IOException {
    stamp().write();
    stamp().forget();
    assertThat(stamp().isCurrent()).isFalse();
  }
}
