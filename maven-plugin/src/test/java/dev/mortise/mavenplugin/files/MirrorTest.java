package dev.mortise.mavenplugin.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {
  @TempDir Path temp;

  private Path write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Path> sync() throws IOException {
    return Mirror.sync(temp.resolve("original"), temp.resolve("copy"));
  }

  @Test
  void copy_becomesEqual() throws IOException {
    write("original/a/B.java", "new");
    write("original/C.java", "c");
    write("copy/a/B.java", "old");
    write("copy/x/y/Gone.java", "gone");
    assertThat(sync()).containsExactly(Path.of("x/y/Gone.java"));
    assertThat(temp.resolve("copy/a/B.java")).hasContent("new");
    assertThat(temp.resolve("copy/C.java")).hasContent("c");
    assertThat(temp.resolve("copy/x")).doesNotExist();
  }

  @Test
  void equalFile_isNotTouched() throws IOException {
    write("original/A.java", "a");
    Path copy = write("copy/A.java", "a");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(copy, longAgo);
    assertThat(sync()).isEmpty();
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(longAgo);
  }

  @Test
  void missingOriginal_isAnEmptyOne() throws IOException {
    write("copy/A.java", "a");
    assertThat(sync()).containsExactly(Path.of("A.java"));
    assertThat(temp.resolve("copy")).doesNotExist();
    assertThat(sync()).isEmpty();
  }
}
