package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what a test must give; {@code -Dbless} writes it anew. */
final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/mortise/cli");

  private Golden() {}

  /** Compares {@code actual} with the file. */
  static void check(String file, String actual) throws IOException {
    Path path = RESOURCES.resolve(file);
    if (System.getProperty("bless") != null) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual);
      return;
    }
    assertThat(path).exists();
    assertThat(actual).isEqualTo(Files.readString(path));
  }
}
