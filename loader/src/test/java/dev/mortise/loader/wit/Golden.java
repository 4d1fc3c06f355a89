package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file beside the tests that holds what a test must give; {@code -Dbless} writes it anew, and the
 * difference is then reviewed like code.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/mortise/loader");

  private Golden() {}

  /** Compares {@code actual} with the file, such as {@code wit/greeter.wit}. */
  public static void check(String file, String actual) throws IOException {
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
