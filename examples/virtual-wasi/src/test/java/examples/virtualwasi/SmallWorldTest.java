package examples.virtualwasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallWorldTest {
  @TempDir private Path folder;

  /** The second time the component sees a part of what it saw the first time. */
  @Test
  void component_seesAPartOfTheFiles_andADayThatStays() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createDirectory(folder.resolve("small"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    Main.run(Path.of("components/diary.wasm"), folder, out);
    LocalDate after = LocalDate.now(ZoneOffset.UTC);

    List<String> lines = out.toString(UTF_8).lines().toList();
    int second = lines.indexOf("today is 1999-12-31");
    assertThat(lines.getFirst()).isIn("today is " + before, "today is " + after);
    assertThat(lines.subList(1, second))
        .contains("I see secret.txt", "I see small", "I see diary.txt");
    assertThat(lines.subList(second + 1, lines.size()))
        .containsExactly("I see diary.txt", "above: Operation not permitted");
    assertThat(folder.resolve("small/diary.txt")).content().isEqualTo("1999-12-31\n");
    assertThat(folder.resolve("diary.txt")).content().doesNotContain("1999");
  }
}
